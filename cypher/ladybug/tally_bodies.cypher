// parameters:
// columns: event, entity
// Which bodies took part in which meetings and agreements.
MATCH (n:Institution)-[:TOOK_PART]->(e:Meeting)
RETURN e.id AS event, n.id AS entity
UNION ALL
MATCH (n:Institution)-[:PARTY_TO]->(e:Agreement)
RETURN e.id AS event, n.id AS entity
UNION ALL
MATCH (n:District)-[:TOOK_PART]->(e:Meeting)
RETURN e.id AS event, n.id AS entity
UNION ALL
MATCH (n:District)-[:PARTY_TO]->(e:Agreement)
RETURN e.id AS event, n.id AS entity
