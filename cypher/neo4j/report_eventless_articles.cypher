// parameters: limit
// columns: id, title, url, lang, published, source
// Articles that report no event.
MATCH (a:Article) WHERE NOT EXISTS { MATCH (:Meeting|Agreement)-[:REPORTED_IN]->(a) }
RETURN a.id AS id, a.title AS title, a.url AS url, a.lang AS lang, a.published AS published, a.source AS source
ORDER BY id
LIMIT $limit
