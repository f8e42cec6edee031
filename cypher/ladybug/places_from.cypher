// parameters: ids
// columns: source, target, type
// each: ids
// What these bodies are part of, lie in or govern.
UNWIND $ids AS wanted
MATCH (a:Institution {id: wanted})
OPTIONAL MATCH (a)-[r:PART_OF|LOCATED_IN|GOVERNS]->(b:Institution:District)
WITH a, r, b WHERE b.id IS NOT NULL
RETURN a.id AS source, b.id AS target, lower(label(r)) AS type
UNION ALL
UNWIND $ids AS wanted
MATCH (a:District {id: wanted})
OPTIONAL MATCH (a)-[r:PART_OF]->(b:District)
WITH a, r, b WHERE b.id IS NOT NULL
RETURN a.id AS source, b.id AS target, lower(label(r)) AS type
