// parameters:
// columns: number, id, earliest, latest, size, video
// All meetings: a day as the number yyyymmdd, 0 where there is none; size -1 where there is none.
MATCH (n:Meeting)
RETURN toInteger(split(elementId(n), ':')[2]) AS number, n.id AS id,
  coalesce(toInteger(replace(n.earliest, '-', '')), 0) AS earliest,
  coalesce(toInteger(replace(n.latest, '-', '')), 0) AS latest,
  coalesce(n.size, -1) AS size, CASE WHEN n.format = 'video' THEN 1 ELSE 0 END AS video
