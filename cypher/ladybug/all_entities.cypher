// parameters:
// columns: number, id
// All entities. A number tells a node from others of its kind, for as long as nobody writes.
MATCH (n:Person)
RETURN offset(id(n)) * 4 AS number, n.id AS id
UNION ALL
MATCH (n:Institution)
RETURN offset(id(n)) * 4 + 1 AS number, n.id AS id
UNION ALL
MATCH (n:District)
RETURN offset(id(n)) * 4 + 2 AS number, n.id AS id
