// parameters: ids
// columns: event
// each: ids
// Meetings and agreements that entities took part in.
// OPTIONAL makes Ladybug begin at the keys asked for; else it scans all edges.
UNWIND $ids AS wanted
MATCH (n:Person {id: wanted})
OPTIONAL MATCH (n)-[:ATTENDED|SIGNED]->(e:Meeting:Agreement)
WITH e WHERE e.id IS NOT NULL
RETURN e.id AS event
UNION
UNWIND $ids AS wanted
MATCH (n:Institution {id: wanted})
OPTIONAL MATCH (n)-[:TOOK_PART|PARTY_TO]->(e:Meeting:Agreement)
WITH e WHERE e.id IS NOT NULL
RETURN e.id AS event
UNION
UNWIND $ids AS wanted
MATCH (n:District {id: wanted})
OPTIONAL MATCH (n)-[:TOOK_PART|PARTY_TO]->(e:Meeting:Agreement)
WITH e WHERE e.id IS NOT NULL
RETURN e.id AS event
