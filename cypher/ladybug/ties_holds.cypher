// parameters: ids
// columns: source, target, title, earliest, latest, confidence
// Posts, by the person or by the body.
MATCH (a:Person)-[r:HOLDS]->(b:Institution:District) WHERE a.id IN $ids
RETURN a.id AS source, b.id AS target, r.title AS title, r.earliest AS earliest, r.latest AS latest, r.confidence AS confidence
UNION
MATCH (a:Person)-[r:HOLDS]->(b:Institution:District) WHERE b.id IN $ids
RETURN a.id AS source, b.id AS target, r.title AS title, r.earliest AS earliest, r.latest AS latest, r.confidence AS confidence
