// parameters:
// columns: number, id
// The nodes of a label, by the number that edges name them by.
MATCH (n:`«label»`) RETURN offset(id(n)) AS number, n.id AS id
