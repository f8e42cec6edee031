// parameters:
// columns: event, entity, side, confidence
// Who was at meetings, by number; side 1 is the host's, 2 the visitor's; confidence in hundredths, 255 where there is none.
// Lists make one record of an entity's rows: a record costs the driver ten times what a number does.
MATCH (n:Person)
CALL (n) {
  MATCH (n)-[r:ATTENDED]->(e:Meeting)
  RETURN collect(toInteger(split(elementId(e), ':')[2])) AS event, collect(CASE r.side WHEN 'host' THEN 1 WHEN 'visitor' THEN 2 ELSE 0 END) AS side,
    collect(coalesce(toInteger(round(100 * coalesce(r.confidence, e.confidence))), 255)) AS confidence
}
RETURN event, toInteger(split(elementId(n), ':')[2]) AS entity, side, confidence
