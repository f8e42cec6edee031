// parameters: ids
// columns: event, entity, role, side, title, quote, start, end, article, confidence
// each: ids
// Who was at meetings, and the sentences that say so.
// OPTIONAL makes Ladybug begin at the keys asked for; else it scans all edges.
UNWIND $ids AS wanted
MATCH (e:Meeting {id: wanted})
OPTIONAL MATCH (n:Person)-[r:ATTENDED]->(e)
WITH n, r, e WHERE n.id IS NOT NULL
RETURN e.id AS event, n.id AS entity, r.role AS role, r.side AS side, r.title AS title,
  r.quote AS quote, r.start AS start, r.`end` AS `end`, r.article AS article,
  coalesce(r.confidence, e.confidence) AS confidence
