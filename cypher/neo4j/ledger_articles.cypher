// parameters: ids
// columns: id, url, title, lang, published, source, text, sha256
// Articles by id.
UNWIND $ids AS wanted
MATCH (a:Article {id: wanted})
RETURN a.id AS id, a.url AS url, a.title AS title, a.lang AS lang, a.published AS published, a.source AS source,
  a.text AS text, a.sha256 AS sha256
