// parameters:
// columns: number, id, earliest, latest, size, video
// All meetings: a day as the number yyyymmdd, 0 where there is none; size -1 where there is none.
MATCH (n:Meeting)
RETURN offset(id(n)) AS number, n.id AS id,
  coalesce(CAST(replace(n.earliest, '-', '') AS INT64), 0) AS earliest,
  coalesce(CAST(replace(n.latest, '-', '') AS INT64), 0) AS latest,
  coalesce(n.size, -1) AS size, CASE WHEN n.format = 'video' THEN 1 ELSE 0 END AS video
