// parameters:
// columns: number, id
// All entities. A number tells a node from others of its kind, for as long as nobody writes.
MATCH (n:Person|Institution|District)
RETURN id(n) AS number, n.id AS id
