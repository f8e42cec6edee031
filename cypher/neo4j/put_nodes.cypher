// parameters: rows
// columns:
// Write nodes whole.
UNWIND $rows AS row
MERGE (n:`«label»` {id: row.id})
«set»
