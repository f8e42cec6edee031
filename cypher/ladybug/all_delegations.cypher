// parameters:
// columns: event, entity, side, confidence
// Which bodies took part in meetings, by number; side 1 is the host's, 2 the visitor's; confidence in hundredths, 255 where there is none.
MATCH (n:Institution)-[r:TOOK_PART]->(e:Meeting)
RETURN offset(id(e)) AS event, offset(id(n)) * 4 + 1 AS entity, CASE r.side WHEN 'host' THEN 1 WHEN 'visitor' THEN 2 ELSE 0 END AS side,
  coalesce(CAST(round(100 * coalesce(r.confidence, e.confidence), 0) AS INT64), 255) AS confidence
UNION ALL
MATCH (n:District)-[r:TOOK_PART]->(e:Meeting)
RETURN offset(id(e)) AS event, offset(id(n)) * 4 + 2 AS entity, CASE r.side WHEN 'host' THEN 1 WHEN 'visitor' THEN 2 ELSE 0 END AS side,
  coalesce(CAST(round(100 * coalesce(r.confidence, e.confidence), 0) AS INT64), 255) AS confidence
