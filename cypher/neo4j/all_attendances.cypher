// parameters:
// columns: event, entity, side, confidence
// Who was at meetings, by number; side 1 is the host's, 2 the visitor's; confidence in hundredths, 255 where there is none.
MATCH (n:Person)-[r:ATTENDED]->(e:Meeting)
RETURN id(e) AS event, id(n) AS entity, CASE r.side WHEN 'host' THEN 1 WHEN 'visitor' THEN 2 ELSE 0 END AS side,
  coalesce(toInteger(round(100 * coalesce(r.confidence, e.confidence))), 255) AS confidence
