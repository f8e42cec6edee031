// parameters: ids, others
// columns: source, target, event, date, earliest, latest, status, subject, confidence
// The agreements that tie one of the bodies to one of the others; the lower id is the source.
MATCH (n:Institution|District)-[r:SIGNED_AGREEMENT]-(m:Institution|District) WHERE n.id IN $ids AND m.id IN $others
RETURN DISTINCT
  CASE WHEN n.id < m.id THEN n.id ELSE m.id END AS source, CASE WHEN n.id < m.id THEN m.id ELSE n.id END AS target,
  r.event AS event, r.date AS date, r.earliest AS earliest, r.latest AS latest, r.status AS status,
  r.subject AS subject, r.confidence AS confidence
