// parameters: ids
// columns: source, target, title, quote, start, end, article
// each: ids
// The sentences behind the posts of persons.
// OPTIONAL makes Ladybug begin at the keys asked for; else it scans all edges.
UNWIND $ids AS wanted
MATCH (a:Person {id: wanted})
OPTIONAL MATCH (a)-[r:HOLDS]->(b:Institution:District)
WITH a, r, b WHERE r.article IS NOT NULL
RETURN a.id AS source, b.id AS target, r.title AS title,
  r.quote AS quote, r.start AS start, r.`end` AS `end`, r.article AS article
