// parameters: id
// columns: entity, label, name, surface, start, end
// The mentions in an article.
// OPTIONAL makes Ladybug begin at the keys asked for; else it scans all edges.
MATCH (a:Article {id: $id})
OPTIONAL MATCH (n:Person:Institution:District)-[r:MENTIONED_IN]->(a)
WITH n, r WHERE n.id IS NOT NULL
RETURN n.id AS entity, label(n) AS label, n.name AS name, r.surface AS surface, r.start AS start, r.`end` AS `end`
