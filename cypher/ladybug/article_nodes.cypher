// parameters: ids
// columns: id, title, url, lang, published, source, sha256, text
// Articles by id, with their text.
UNWIND $ids AS wanted
MATCH (a:Article {id: wanted})
RETURN a.id AS id, a.title AS title, a.url AS url, a.lang AS lang, a.published AS published, a.source AS source,
  a.sha256 AS sha256, a.text AS text
