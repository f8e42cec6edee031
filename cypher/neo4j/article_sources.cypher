// parameters: ids
// columns: id, title, url, lang, published, source
// Articles by id, without their text.
MATCH (a:Article) WHERE a.id IN $ids
RETURN a.id AS id, a.title AS title, a.url AS url, a.lang AS lang, a.published AS published, a.source AS source
