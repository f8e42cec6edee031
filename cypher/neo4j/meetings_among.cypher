// parameters: ids, since, until, before, after, limit
// columns: id, day
// A page of these meetings, newest first: since and until are ISO days or '', before '~' on the first page.
UNWIND $ids AS wanted
MATCH (n:Meeting {id: wanted})
WHERE ($since = '' OR coalesce(n.latest, n.earliest, '') >= $since)
  AND ($until = '' OR coalesce(n.earliest, n.latest, '~') <= $until)
WITH n.id AS id, coalesce(n.earliest, n.latest, '') AS day
WHERE day < $before OR (day = $before AND id > $after)
RETURN id, day
ORDER BY day DESC, id
LIMIT $limit
