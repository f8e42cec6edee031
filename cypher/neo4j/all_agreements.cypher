// parameters:
// columns: number, id, earliest, latest
// All agreements that tie their parties: a day as the number yyyymmdd, 0 where there is none.
MATCH (n:Agreement)
WHERE n.status <> 'intended'
RETURN toInteger(split(elementId(n), ':')[2]) AS number, n.id AS id,
  coalesce(toInteger(replace(n.earliest, '-', '')), 0) AS earliest,
  coalesce(toInteger(replace(n.latest, '-', '')), 0) AS latest
