// parameters: ids
// columns: event, entity, side, confidence
// each: ids
// Who took part in these events; side 1 is the host's, 2 the visitor's; confidence in hundredths, 255 where there is none.
UNWIND $ids AS wanted
MATCH (e:Meeting {id: wanted})
OPTIONAL MATCH (n:Person)-[r:ATTENDED]->(e)
WITH n, r, e WHERE n.id IS NOT NULL
RETURN e.id AS event, n.id AS entity, CASE r.side WHEN 'host' THEN 1 WHEN 'visitor' THEN 2 ELSE 0 END AS side,
  coalesce(CAST(round(100 * coalesce(r.confidence, e.confidence), 0) AS INT64), 255) AS confidence
UNION ALL
UNWIND $ids AS wanted
MATCH (e:Meeting {id: wanted})
OPTIONAL MATCH (n:Institution:District)-[r:TOOK_PART]->(e)
WITH n, r, e WHERE n.id IS NOT NULL
RETURN e.id AS event, n.id AS entity, CASE r.side WHEN 'host' THEN 1 WHEN 'visitor' THEN 2 ELSE 0 END AS side,
  coalesce(CAST(round(100 * coalesce(r.confidence, e.confidence), 0) AS INT64), 255) AS confidence
UNION ALL
UNWIND $ids AS wanted
MATCH (e:Agreement {id: wanted})
OPTIONAL MATCH (n:Institution:District)-[r:PARTY_TO]->(e)
WITH n, r, e WHERE n.id IS NOT NULL
RETURN e.id AS event, n.id AS entity, 0 AS side,
  coalesce(CAST(round(100 * coalesce(r.confidence, e.confidence), 0) AS INT64), 255) AS confidence
