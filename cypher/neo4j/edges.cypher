// parameters: ids
// columns: source, target
// Edges of these sources, whole.
UNWIND $ids AS id
MATCH (a:`«source»` {id: id})-[r:`«type»`]->(b:`«target»`)
RETURN a.id AS source, b.id AS target«columns»
