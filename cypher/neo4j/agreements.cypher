// parameters: since, until, status, oldest_first, before, after, limit
// columns: id, day
// A page of agreements, newest first or oldest first, undated ones last.
// since and until are ISO days or '', status '' is any; before and after: the day and id that the page before
// ended with, at first the day before all others.
MATCH (n:Agreement)
WHERE ($status = '' OR n.status = $status)
  AND ($since = '' OR coalesce(n.latest, n.earliest, '') >= $since)
  AND ($until = '' OR coalesce(n.earliest, n.latest, '~') <= $until)
WITH n.id AS id, coalesce(n.earliest, n.latest, CASE WHEN $oldest_first THEN '~' ELSE '' END) AS day
WHERE CASE WHEN $oldest_first THEN day > $before ELSE day < $before END OR (day = $before AND id > $after)
RETURN id, day
ORDER BY CASE WHEN $oldest_first THEN day ELSE '' END, day DESC, id
LIMIT $limit
