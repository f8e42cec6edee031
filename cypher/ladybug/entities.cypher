// parameters: ids
// columns: id, label, name, name_zh, name_en, aliases, type, level
// each: ids
// Entities by id.
UNWIND $ids AS wanted
MATCH (n:Person {id: wanted})
RETURN n.id AS id, 'Person' AS label, n.name AS name, n.name_zh AS name_zh, n.name_en AS name_en,
  n.aliases AS aliases, CAST(NULL AS STRING) AS type, CAST(NULL AS STRING) AS level
UNION ALL
UNWIND $ids AS wanted
MATCH (n:Institution {id: wanted})
RETURN n.id AS id, 'Institution' AS label, n.name AS name, n.name_zh AS name_zh, n.name_en AS name_en,
  n.aliases AS aliases, n.kind AS type, CAST(NULL AS STRING) AS level
UNION ALL
UNWIND $ids AS wanted
MATCH (n:District {id: wanted})
RETURN n.id AS id, 'District' AS label, n.name AS name, n.name_zh AS name_zh, n.name_en AS name_en,
  n.aliases AS aliases, CAST(NULL AS STRING) AS type, n.level AS level
