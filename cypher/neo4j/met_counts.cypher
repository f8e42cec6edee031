// parameters: since, until, label
// columns: entity, label, number
// How many others each entity of the label met: since and until are ISO days or ''.
MATCH (n:Person|Institution|District)-[r:MET]-(m)
WHERE labels(n)[0] = $label AND ($since = '' OR coalesce(r.latest, r.earliest, '') >= $since)
  AND ($until = '' OR coalesce(r.earliest, r.latest, '~') <= $until)
RETURN n.id AS entity, labels(n)[0] AS label, count(DISTINCT m) AS number
