// parameters:
// columns: source, target, earliest, latest, confidence
// All posts, by number: a day as the number yyyymmdd, 0 where there is none; confidence in hundredths, 255 where there is none.
MATCH (n:Person)-[r:HOLDS]->(m:Institution)
RETURN offset(id(n)) * 4 AS source, offset(id(m)) * 4 + 1 AS target,
  coalesce(CAST(replace(r.earliest, '-', '') AS INT64), 0) AS earliest,
  coalesce(CAST(replace(r.latest, '-', '') AS INT64), 0) AS latest,
  coalesce(CAST(round(100 * r.confidence, 0) AS INT64), 255) AS confidence
UNION ALL
MATCH (n:Person)-[r:HOLDS]->(m:District)
RETURN offset(id(n)) * 4 AS source, offset(id(m)) * 4 + 2 AS target,
  coalesce(CAST(replace(r.earliest, '-', '') AS INT64), 0) AS earliest,
  coalesce(CAST(replace(r.latest, '-', '') AS INT64), 0) AS latest,
  coalesce(CAST(round(100 * r.confidence, 0) AS INT64), 255) AS confidence
