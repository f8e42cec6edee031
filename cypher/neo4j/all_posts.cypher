// parameters:
// columns: source, target, earliest, latest, confidence
// All posts, by number: a day as the number yyyymmdd, 0 where there is none; confidence in hundredths, 255 where there is none.
MATCH (n:Person)-[r:HOLDS]->(m:Institution|District)
RETURN toInteger(split(elementId(n), ':')[2]) AS source, toInteger(split(elementId(m), ':')[2]) AS target,
  coalesce(toInteger(replace(r.earliest, '-', '')), 0) AS earliest,
  coalesce(toInteger(replace(r.latest, '-', '')), 0) AS latest,
  coalesce(toInteger(round(100 * r.confidence)), 255) AS confidence
