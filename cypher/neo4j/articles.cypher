// parameters: since, until, lang, oldest_first, before, after, limit
// columns: id, day
// A page of articles, newest first or oldest first, undated ones last.
// since and until are ISO days or '', lang '' is any; before and after: the day and id that the page before
// ended with, at first the day before all others.
MATCH (n:Article)
WHERE ($lang = '' OR n.lang = $lang)
  AND ($since = '' OR n.published >= left($since, size(n.published)))
  AND ($until = '' OR n.published <= $until)
WITH n.id AS id, coalesce(n.published, CASE WHEN $oldest_first THEN '~' ELSE '' END) AS day
WHERE CASE WHEN $oldest_first THEN day > $before ELSE day < $before END OR (day = $before AND id > $after)
RETURN id, day
ORDER BY CASE WHEN $oldest_first THEN day ELSE '' END, day DESC, id
LIMIT $limit
