// parameters:
// columns: event, entity
// Which persons were at which meetings, and signed which agreements.
// Lists make one record of an entity's rows: a record costs the driver ten times what a number does.
MATCH (n:Person)
CALL (n) {
  MATCH (n)-[:ATTENDED|SIGNED]->(e:Meeting|Agreement)
  RETURN collect(DISTINCT e.id) AS event
}
RETURN event, n.id AS entity
