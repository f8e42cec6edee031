// parameters: rows
// columns:
// Take nodes away, with their edges.
UNWIND $rows AS row
MATCH (n:`«label»` {id: row.id})
DETACH DELETE n
