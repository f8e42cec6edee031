// parameters:
// columns: event, entity
// Which bodies took part in which meetings and agreements.
// Lists make one record of an entity's rows: a record costs the driver ten times what a number does.
MATCH (n:Institution|District)
CALL (n) {
  MATCH (n)-[:TOOK_PART|PARTY_TO]->(e:Meeting|Agreement)
  RETURN collect(DISTINCT e.id) AS event
}
RETURN event, n.id AS entity
