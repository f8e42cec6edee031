// parameters: ids, others
// columns: source, target, event, date, earliest, latest, grade, confidence
// each: ids
// The meetings that tie one of the entities to one of the others; the lower id is the source.
// OPTIONAL makes Ladybug begin at the keys asked for; else it scans all edges.
UNWIND $ids AS wanted
MATCH (n:Person {id: wanted})
OPTIONAL MATCH (n)-[r:MET]-(m:Person)
WITH n, r, m WHERE m.id IN $others
RETURN CASE WHEN n.id < m.id THEN n.id ELSE m.id END AS source, CASE WHEN n.id < m.id THEN m.id ELSE n.id END AS target,
  r.event AS event, r.date AS date, r.earliest AS earliest, r.latest AS latest, r.grade AS grade, r.confidence AS confidence
UNION
UNWIND $ids AS wanted
MATCH (n:Institution {id: wanted})
OPTIONAL MATCH (n)-[r:MET]-(m:Institution:District)
WITH n, r, m WHERE m.id IN $others
RETURN CASE WHEN n.id < m.id THEN n.id ELSE m.id END AS source, CASE WHEN n.id < m.id THEN m.id ELSE n.id END AS target,
  r.event AS event, r.date AS date, r.earliest AS earliest, r.latest AS latest, r.grade AS grade, r.confidence AS confidence
UNION
UNWIND $ids AS wanted
MATCH (n:District {id: wanted})
OPTIONAL MATCH (n)-[r:MET]-(m:Institution:District)
WITH n, r, m WHERE m.id IN $others
RETURN CASE WHEN n.id < m.id THEN n.id ELSE m.id END AS source, CASE WHEN n.id < m.id THEN m.id ELSE n.id END AS target,
  r.event AS event, r.date AS date, r.earliest AS earliest, r.latest AS latest, r.grade AS grade, r.confidence AS confidence
