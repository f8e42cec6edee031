// parameters: id
// columns: what, number
// each: id
// How much there is about one entity.
// OPTIONAL makes Ladybug begin at the keys asked for; else it scans all edges.
MATCH (n:Person {id: $id})
OPTIONAL MATCH (n)-[r:MET|ATTENDED|SIGNED|MENTIONED_IN|HOLDS]-(m)
WITH label(r) AS type, count(DISTINCT m.id) AS others, count(m.id) AS edges
WHERE edges > 0
RETURN CASE type WHEN 'MET' THEN 'met' WHEN 'ATTENDED' THEN 'meetings' WHEN 'SIGNED' THEN 'agreements' WHEN 'HOLDS' THEN 'posts'
  ELSE 'articles' END AS what,
  CASE type WHEN 'HOLDS' THEN edges ELSE others END AS number
UNION ALL
MATCH (n:Institution {id: $id})
OPTIONAL MATCH (n)-[r:MET|TOOK_PART|PARTY_TO|MENTIONED_IN|HOLDS]-(m)
WITH label(r) AS type, count(DISTINCT m.id) AS others, count(m.id) AS edges
WHERE edges > 0
RETURN CASE type WHEN 'MET' THEN 'met' WHEN 'TOOK_PART' THEN 'meetings' WHEN 'PARTY_TO' THEN 'agreements' WHEN 'HOLDS' THEN 'posts'
  ELSE 'articles' END AS what,
  CASE type WHEN 'HOLDS' THEN edges ELSE others END AS number
UNION ALL
MATCH (n:District {id: $id})
OPTIONAL MATCH (n)-[r:MET|TOOK_PART|PARTY_TO|MENTIONED_IN|HOLDS]-(m)
WITH label(r) AS type, count(DISTINCT m.id) AS others, count(m.id) AS edges
WHERE edges > 0
RETURN CASE type WHEN 'MET' THEN 'met' WHEN 'TOOK_PART' THEN 'meetings' WHEN 'PARTY_TO' THEN 'agreements' WHEN 'HOLDS' THEN 'posts'
  ELSE 'articles' END AS what,
  CASE type WHEN 'HOLDS' THEN edges ELSE others END AS number
