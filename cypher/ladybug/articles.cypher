// parameters: since, until, lang, before, after, limit
// columns: id, day
// A page of articles, newest first: since and until are ISO days or '', lang '' is any, before '~' on the first page.
MATCH (n:Article)
WHERE ($lang = '' OR n.lang = $lang)
  AND ($since = '' OR n.published >= left($since, size(n.published)))
  AND ($until = '' OR n.published <= $until)
WITH n.id AS id, coalesce(n.published, '') AS day
WHERE day < $before OR (day = $before AND id > $after)
RETURN id, day
ORDER BY day DESC, id
LIMIT $limit
