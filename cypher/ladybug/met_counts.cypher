// parameters: since, until, label
// columns: entity, label, number
// How many others each entity of the label met: since and until are ISO days or ''.
MATCH (n:Person)-[r:MET]-(m:Person)
WHERE $label = 'Person' AND ($since = '' OR coalesce(r.latest, r.earliest, '') >= $since)
  AND ($until = '' OR coalesce(r.earliest, r.latest, '~') <= $until)
RETURN n.id AS entity, 'Person' AS label, count(DISTINCT id(m)) AS number
UNION ALL
MATCH (n:Institution)-[r:MET]-(m:Institution:District)
WHERE $label = 'Institution' AND ($since = '' OR coalesce(r.latest, r.earliest, '') >= $since)
  AND ($until = '' OR coalesce(r.earliest, r.latest, '~') <= $until)
RETURN n.id AS entity, 'Institution' AS label, count(DISTINCT id(m)) AS number
UNION ALL
MATCH (n:District)-[r:MET]-(m:Institution:District)
WHERE $label = 'District' AND ($since = '' OR coalesce(r.latest, r.earliest, '') >= $since)
  AND ($until = '' OR coalesce(r.earliest, r.latest, '~') <= $until)
RETURN n.id AS entity, 'District' AS label, count(DISTINCT id(m)) AS number
