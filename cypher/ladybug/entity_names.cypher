// parameters: 
// columns: id, label, name, name_zh, name_en, aliases
// Every entity with its names: what the name index is made from.
MATCH (n:Person:Institution:District)
RETURN n.id AS id, label(n) AS label, n.name AS name, n.name_zh AS name_zh, n.name_en AS name_en, n.aliases AS aliases
ORDER BY id
