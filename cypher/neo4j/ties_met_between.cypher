// parameters: ids, others
// columns: source, target, event, date, earliest, latest, grade, confidence
// The meetings that tie one of the entities to one of the others; the lower id is the source.
MATCH (n:Person|Institution|District)-[r:MET]-(m:Person|Institution|District) WHERE n.id IN $ids AND m.id IN $others
RETURN DISTINCT
  CASE WHEN n.id < m.id THEN n.id ELSE m.id END AS source, CASE WHEN n.id < m.id THEN m.id ELSE n.id END AS target,
  r.event AS event, r.date AS date, r.earliest AS earliest, r.latest AS latest, r.grade AS grade, r.confidence AS confidence
