// parameters: ids
// columns: event, entity
// each: ids
// The parties to agreements.
// OPTIONAL makes Ladybug begin at the keys asked for; else it scans all edges.
UNWIND $ids AS wanted
MATCH (e:Agreement {id: wanted})
OPTIONAL MATCH (n:Institution:District)-[:PARTY_TO]->(e)
WITH n, e WHERE n.id IS NOT NULL
RETURN e.id AS event, n.id AS entity
