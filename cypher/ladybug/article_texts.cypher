// parameters: after, limit
// columns: id, title, url, published, source, text
// Articles with their text, in the order of ids, from one id on.
MATCH (a:Article) WHERE a.id > $after
RETURN a.id AS id, a.title AS title, a.url AS url, a.published AS published, a.source AS source, a.text AS text
ORDER BY id
LIMIT $limit
