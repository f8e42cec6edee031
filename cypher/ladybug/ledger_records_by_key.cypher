// parameters: ids
// columns: id, kind, article, entity, payload
// The records that one of these keys leads to.
// OPTIONAL, because Ladybug then begins at the keys asked for; else it scans all edges.
UNWIND $ids AS wanted
MATCH (k:RecordKey {id: wanted})
OPTIONAL MATCH (k)-[:KEYED]->(r:Record)
WITH DISTINCT r
WHERE r.id IS NOT NULL
RETURN r.id AS id, r.kind AS kind, r.article AS article, r.entity AS entity, r.payload AS payload
