// parameters:
// columns: event, entity, confidence
// The parties to agreements, by number; confidence in hundredths, 255 where there is none.
MATCH (n:Institution|District)-[r:PARTY_TO]->(e:Agreement)
RETURN id(e) AS event, id(n) AS entity,
  coalesce(toInteger(round(100 * coalesce(r.confidence, e.confidence))), 255) AS confidence
