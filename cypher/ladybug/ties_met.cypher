// parameters: ids
// columns: source, target, event, date, earliest, latest, grade, confidence
// The meetings that tie entities, from whichever end they are stored.
MATCH (a:Person:Institution:District)-[r:MET]->(b:Person:Institution:District) WHERE a.id IN $ids
RETURN a.id AS source, b.id AS target, r.event AS event, r.date AS date, r.earliest AS earliest, r.latest AS latest, r.grade AS grade, r.confidence AS confidence
UNION
MATCH (a:Person:Institution:District)-[r:MET]->(b:Person:Institution:District) WHERE b.id IN $ids
RETURN a.id AS source, b.id AS target, r.event AS event, r.date AS date, r.earliest AS earliest, r.latest AS latest, r.grade AS grade, r.confidence AS confidence
