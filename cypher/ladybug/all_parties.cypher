// parameters:
// columns: event, entity
// The parties to agreements, by number.
MATCH (n:Institution)-[:PARTY_TO]->(e:Agreement)
RETURN offset(id(e)) AS event, offset(id(n)) * 4 + 1 AS entity
UNION ALL
MATCH (n:District)-[:PARTY_TO]->(e:Agreement)
RETURN offset(id(e)) AS event, offset(id(n)) * 4 + 2 AS entity
