// parameters: ids
// columns: event, entity, party
// Who signed agreements, and for whom.
MATCH (n:Person)-[r:SIGNED]->(e:Agreement) WHERE e.id IN $ids
RETURN e.id AS event, n.id AS entity, r.`for` AS party
