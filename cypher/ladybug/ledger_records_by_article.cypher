// parameters: ids
// columns: id, kind, article, entity, payload
// The records of these articles.
// OPTIONAL, because Ladybug then begins at the keys asked for; else it scans all edges.
UNWIND $ids AS wanted
MATCH (a:Article {id: wanted})
OPTIONAL MATCH (r:Record)-[:STATED_IN]->(a)
WITH DISTINCT r
WHERE r.id IS NOT NULL
RETURN r.id AS id, r.kind AS kind, r.article AS article, r.entity AS entity, r.payload AS payload
