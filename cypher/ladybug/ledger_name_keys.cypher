// parameters: after, limit
// columns: id, records
// Name keys of persons that lead to several entities, in order, from one key on.
MATCH (k:RecordKey)-[:KEYED]->(r:Record)
WHERE k.id STARTS WITH 'n:' AND k.id > $after
WITH k.id AS id, count(DISTINCT r.entity) AS entities, collect(r.id) AS records
WHERE entities > 1
RETURN id, records
ORDER BY id
LIMIT $limit
