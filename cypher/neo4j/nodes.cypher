// parameters: ids
// columns:
// Nodes, whole.
UNWIND $ids AS id
MATCH (n:`«label»` {id: id})
RETURN «columns»
