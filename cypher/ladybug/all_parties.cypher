// parameters:
// columns: event, entity, confidence
// The parties to agreements, by number; confidence in hundredths, 255 where there is none.
MATCH (n:Institution)-[r:PARTY_TO]->(e:Agreement)
RETURN offset(id(e)) AS event, offset(id(n)) * 4 + 1 AS entity,
  coalesce(CAST(round(100 * coalesce(r.confidence, e.confidence), 0) AS INT64), 255) AS confidence
UNION ALL
MATCH (n:District)-[r:PARTY_TO]->(e:Agreement)
RETURN offset(id(e)) AS event, offset(id(n)) * 4 + 2 AS entity,
  coalesce(CAST(round(100 * coalesce(r.confidence, e.confidence), 0) AS INT64), 255) AS confidence
