// parameters:
// columns: event, entity
// The parties to agreements, by number.
MATCH (n:Institution|District)-[:PARTY_TO]->(e:Agreement)
RETURN id(e) AS event, id(n) AS entity
