// parameters: ids
// columns: source, target, event, date, earliest, latest, status, subject, confidence
// The agreements that tie bodies, from whichever end they are stored.
MATCH (a:Institution|District)-[r:SIGNED_AGREEMENT]->(b:Institution|District) WHERE a.id IN $ids
RETURN a.id AS source, b.id AS target, r.event AS event, r.date AS date, r.earliest AS earliest, r.latest AS latest, r.status AS status, r.subject AS subject, r.confidence AS confidence
UNION
MATCH (a:Institution|District)-[r:SIGNED_AGREEMENT]->(b:Institution|District) WHERE b.id IN $ids
RETURN a.id AS source, b.id AS target, r.event AS event, r.date AS date, r.earliest AS earliest, r.latest AS latest, r.status AS status, r.subject AS subject, r.confidence AS confidence
