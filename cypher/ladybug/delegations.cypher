// parameters: ids
// columns: event, entity, side, confidence
// each: ids
// Which bodies took part in meetings.
// OPTIONAL makes Ladybug begin at the keys asked for; else it scans all edges.
UNWIND $ids AS wanted
MATCH (e:Meeting {id: wanted})
OPTIONAL MATCH (n:Institution:District)-[r:TOOK_PART]->(e)
WITH n, r, e WHERE n.id IS NOT NULL
RETURN e.id AS event, n.id AS entity, r.side AS side, coalesce(r.confidence, e.confidence) AS confidence
