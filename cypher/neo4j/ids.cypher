// parameters:
// columns: id
// The ids of a label.
MATCH (n:`«label»`) RETURN n.id AS id ORDER BY id
