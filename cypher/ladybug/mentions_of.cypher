// parameters: ids
// columns: entity, article, surface, start, end
// Where entities are mentioned.
MATCH (n:Person:Institution:District)-[r:MENTIONED_IN]->(a:Article) WHERE n.id IN $ids
RETURN n.id AS entity, a.id AS article, r.surface AS surface, r.start AS start, r.`end` AS `end`
