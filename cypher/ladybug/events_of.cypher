// parameters: ids
// columns: event
// Meetings and agreements that entities took part in.
MATCH (n:Person:Institution:District)-[:ATTENDED|TOOK_PART|SIGNED|PARTY_TO]->(e:Meeting:Agreement) WHERE n.id IN $ids
RETURN DISTINCT e.id AS event
