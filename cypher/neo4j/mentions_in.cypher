// parameters: id
// columns: entity, label, name, surface, start, end
// The mentions in an article.
MATCH (n:Person|Institution|District)-[r:MENTIONED_IN]->(a:Article) WHERE a.id = $id
RETURN n.id AS entity, labels(n)[0] AS label, n.name AS name, r.surface AS surface, r.start AS start, r.`end` AS `end`
