// parameters: ids
// columns: source, target, title, earliest, latest, confidence
// each: ids
// Posts, by the person or by the body.
// OPTIONAL makes Ladybug begin at the keys asked for; else it scans all edges.
UNWIND $ids AS wanted
MATCH (a:Person {id: wanted})
OPTIONAL MATCH (a)-[r:HOLDS]->(b:Institution:District)
WITH a, r, b WHERE b.id IS NOT NULL
RETURN a.id AS source, b.id AS target, r.title AS title, r.earliest AS earliest, r.latest AS latest, r.confidence AS confidence
UNION
UNWIND $ids AS wanted
MATCH (b:Institution {id: wanted})
OPTIONAL MATCH (a:Person)-[r:HOLDS]->(b)
WITH a, r, b WHERE a.id IS NOT NULL
RETURN a.id AS source, b.id AS target, r.title AS title, r.earliest AS earliest, r.latest AS latest, r.confidence AS confidence
UNION
UNWIND $ids AS wanted
MATCH (b:District {id: wanted})
OPTIONAL MATCH (a:Person)-[r:HOLDS]->(b)
WITH a, r, b WHERE a.id IS NOT NULL
RETURN a.id AS source, b.id AS target, r.title AS title, r.earliest AS earliest, r.latest AS latest, r.confidence AS confidence
