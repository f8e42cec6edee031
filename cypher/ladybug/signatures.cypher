// parameters: ids
// columns: event, entity, party, quote, start, end, article
// each: ids
// Who signed agreements, for whom, and the sentences that say so.
// OPTIONAL makes Ladybug begin at the keys asked for; else it scans all edges.
UNWIND $ids AS wanted
MATCH (e:Agreement {id: wanted})
OPTIONAL MATCH (n:Person)-[r:SIGNED]->(e)
WITH n, r, e WHERE n.id IS NOT NULL
RETURN e.id AS event, n.id AS entity, r.`for` AS party,
  r.quote AS quote, r.start AS start, r.`end` AS `end`, r.article AS article
