// parameters:
// columns: number, id, earliest, latest
// All agreements that tie their parties: a day as the number yyyymmdd, 0 where there is none.
MATCH (n:Agreement)
WHERE n.status <> 'intended'
RETURN offset(id(n)) AS number, n.id AS id,
  coalesce(CAST(replace(n.earliest, '-', '') AS INT64), 0) AS earliest,
  coalesce(CAST(replace(n.latest, '-', '') AS INT64), 0) AS latest
