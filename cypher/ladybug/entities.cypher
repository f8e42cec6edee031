// parameters: ids
// columns: id, label, name, name_zh, name_en, aliases, type, level
// Entities by id.
MATCH (n:Person:Institution:District) WHERE n.id IN $ids
RETURN n.id AS id, label(n) AS label, n.name AS name, n.name_zh AS name_zh, n.name_en AS name_en, n.aliases AS aliases, n.kind AS type, n.level AS level
