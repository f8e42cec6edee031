// parameters: ids
// columns: source, target, title, quote, start, end, article
// The sentences behind the posts of persons.
MATCH (a:Person)-[r:HOLDS]->(b:Institution:District) WHERE a.id IN $ids AND r.article IS NOT NULL
RETURN a.id AS source, b.id AS target, r.title AS title,
  r.quote AS quote, r.start AS start, r.`end` AS `end`, r.article AS article
