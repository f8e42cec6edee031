// parameters: ids
// columns: event, entity
// The parties to agreements.
MATCH (n:Institution:District)-[:PARTY_TO]->(e:Agreement) WHERE e.id IN $ids
RETURN e.id AS event, n.id AS entity
