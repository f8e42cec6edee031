// parameters: after, limit
// columns: id, kind, entity, payload, source
// All records with the source of their article, in the order of ids, from one id on.
MATCH (r:Record)-[:STATED_IN]->(a:Article)
WHERE r.id > $after
RETURN r.id AS id, r.kind AS kind, r.entity AS entity, r.payload AS payload, a.source AS source
ORDER BY id
LIMIT $limit
