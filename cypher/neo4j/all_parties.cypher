// parameters:
// columns: event, entity, confidence
// The parties to agreements, by number; confidence in hundredths, 255 where there is none.
// Lists make one record of an entity's rows: a record costs the driver ten times what a number does.
MATCH (n:Institution|District)
CALL (n) {
  MATCH (n)-[r:PARTY_TO]->(e:Agreement)
  RETURN collect(toInteger(split(elementId(e), ':')[2])) AS event, collect(coalesce(toInteger(round(100 * coalesce(r.confidence, e.confidence))), 255)) AS confidence
}
RETURN event, toInteger(split(elementId(n), ':')[2]) AS entity, confidence
