// parameters:
// columns: id, earliest, latest, status
// All meetings and agreements: a day as the number yyyymmdd, 0 where there is none; the status of a meeting is ''.
MATCH (n:Meeting)
RETURN n.id AS id, coalesce(CAST(replace(n.earliest, '-', '') AS INT64), 0) AS earliest, coalesce(CAST(replace(n.latest, '-', '') AS INT64), 0) AS latest,
  '' AS status
UNION ALL
MATCH (n:Agreement)
RETURN n.id AS id, coalesce(CAST(replace(n.earliest, '-', '') AS INT64), 0) AS earliest, coalesce(CAST(replace(n.latest, '-', '') AS INT64), 0) AS latest,
  coalesce(n.status, '') AS status
