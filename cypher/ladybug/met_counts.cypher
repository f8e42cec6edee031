// parameters: since, until
// columns: entity, label, number
// How many others each entity met: since and until are ISO days or ''.
MATCH (n:Person)-[r:MET]-(m:Person)
WHERE ($since = '' OR coalesce(r.latest, r.earliest, '') >= $since)
  AND ($until = '' OR coalesce(r.earliest, r.latest, '~') <= $until)
RETURN n.id AS entity, 'Person' AS label, count(DISTINCT m.id) AS number
UNION ALL
MATCH (n:Institution)-[r:MET]-(m:Institution:District)
WHERE ($since = '' OR coalesce(r.latest, r.earliest, '') >= $since)
  AND ($until = '' OR coalesce(r.earliest, r.latest, '~') <= $until)
RETURN n.id AS entity, 'Institution' AS label, count(DISTINCT m.id) AS number
UNION ALL
MATCH (n:District)-[r:MET]-(m:Institution:District)
WHERE ($since = '' OR coalesce(r.latest, r.earliest, '') >= $since)
  AND ($until = '' OR coalesce(r.earliest, r.latest, '~') <= $until)
RETURN n.id AS entity, 'District' AS label, count(DISTINCT m.id) AS number
