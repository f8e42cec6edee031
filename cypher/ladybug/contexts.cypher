// parameters: ids
// columns: id, type, title, place, name, name_zh, name_en, earliest, latest
// each: ids
// What tells namesakes apart: the posts of persons and the span of days of their events, what bodies are part of, govern or lie in.
// OPTIONAL makes Ladybug begin at the keys asked for; else it scans all edges.
UNWIND $ids AS wanted
MATCH (n:Person {id: wanted})
OPTIONAL MATCH (n)-[r:HOLDS]->(b:Institution:District)
WITH n, r, b WHERE b.id IS NOT NULL
RETURN n.id AS id, 'HOLDS' AS type, r.title AS title, b.id AS place, b.name AS name, b.name_zh AS name_zh, b.name_en AS name_en,
  r.earliest AS earliest, r.latest AS latest
UNION ALL
UNWIND $ids AS wanted
MATCH (n:Person {id: wanted})
OPTIONAL MATCH (n)-[:ATTENDED|SIGNED]->(e:Meeting:Agreement)
WITH n, e WHERE e.id IS NOT NULL
RETURN n.id AS id, 'EVENTS' AS type, CAST(NULL AS STRING) AS title, CAST(NULL AS STRING) AS place, CAST(NULL AS STRING) AS name,
  CAST(NULL AS STRING) AS name_zh, CAST(NULL AS STRING) AS name_en, min(e.earliest) AS earliest, max(e.latest) AS latest
UNION ALL
UNWIND $ids AS wanted
MATCH (n:Institution {id: wanted})
OPTIONAL MATCH (n)-[r:PART_OF|LOCATED_IN|GOVERNS]->(b:Institution:District)
WITH n, r, b WHERE b.id IS NOT NULL
RETURN n.id AS id, label(r) AS type, CAST(NULL AS STRING) AS title, b.id AS place, b.name AS name, b.name_zh AS name_zh,
  b.name_en AS name_en, CAST(NULL AS STRING) AS earliest, CAST(NULL AS STRING) AS latest
UNION ALL
UNWIND $ids AS wanted
MATCH (n:District {id: wanted})
OPTIONAL MATCH (n)-[:PART_OF]->(b:District)
WITH n, b WHERE b.id IS NOT NULL
RETURN n.id AS id, 'PART_OF' AS type, CAST(NULL AS STRING) AS title, b.id AS place, b.name AS name, b.name_zh AS name_zh,
  b.name_en AS name_en, CAST(NULL AS STRING) AS earliest, CAST(NULL AS STRING) AS latest
