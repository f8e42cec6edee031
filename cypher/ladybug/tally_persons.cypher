// parameters:
// columns: event, entity
// Which persons were at which meetings, and signed which agreements.
MATCH (n:Person)-[:ATTENDED]->(e:Meeting)
RETURN e.id AS event, n.id AS entity
UNION ALL
MATCH (n:Person)-[:SIGNED]->(e:Agreement)
RETURN e.id AS event, n.id AS entity
