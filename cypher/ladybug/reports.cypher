// parameters: ids
// columns: event, quote, start, end, id, title, url, lang, published, source
// Every sentence that reports an event, with its article.
MATCH (e:Meeting:Agreement)-[r:REPORTED_IN]->(a:Article) WHERE e.id IN $ids
RETURN e.id AS event, r.quote AS quote, r.start AS start, r.`end` AS `end`,
  a.id AS id, a.title AS title, a.url AS url, a.lang AS lang, a.published AS published, a.source AS source
