// parameters: ids, since, until, status, before, after, limit
// columns: id, day
// A page of these agreements, newest first: since and until are ISO days or '', status '' is any, before '~' on the first page.
UNWIND $ids AS wanted
MATCH (n:Agreement {id: wanted})
WHERE ($status = '' OR n.status = $status)
  AND ($since = '' OR coalesce(n.latest, n.earliest, '') >= $since)
  AND ($until = '' OR coalesce(n.earliest, n.latest, '~') <= $until)
WITH n.id AS id, coalesce(n.earliest, n.latest, '') AS day
WHERE day < $before OR (day = $before AND id > $after)
RETURN id, day
ORDER BY day DESC, id
LIMIT $limit
