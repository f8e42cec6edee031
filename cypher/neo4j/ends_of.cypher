// parameters: ids
// columns: event, entity, side, confidence
// Who took part in these events; side 1 is the host's, 2 the visitor's; confidence in hundredths, 255 where there is none.
MATCH (n:Person)-[r:ATTENDED]->(e:Meeting) WHERE e.id IN $ids
RETURN e.id AS event, n.id AS entity, CASE r.side WHEN 'host' THEN 1 WHEN 'visitor' THEN 2 ELSE 0 END AS side,
  coalesce(toInteger(round(100 * coalesce(r.confidence, e.confidence))), 255) AS confidence
UNION ALL
MATCH (n:Institution|District)-[r:TOOK_PART]->(e:Meeting) WHERE e.id IN $ids
RETURN e.id AS event, n.id AS entity, CASE r.side WHEN 'host' THEN 1 WHEN 'visitor' THEN 2 ELSE 0 END AS side,
  coalesce(toInteger(round(100 * coalesce(r.confidence, e.confidence))), 255) AS confidence
UNION ALL
MATCH (n:Institution|District)-[r:PARTY_TO]->(e:Agreement) WHERE e.id IN $ids
RETURN e.id AS event, n.id AS entity, 0 AS side,
  coalesce(toInteger(round(100 * coalesce(r.confidence, e.confidence))), 255) AS confidence
