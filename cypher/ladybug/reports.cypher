// parameters: ids
// columns: event, quote, start, end, id, title, url, lang, published, source
// each: ids
// Every sentence that reports an event, with its article.
// OPTIONAL makes Ladybug begin at the keys asked for; else it scans all edges.
UNWIND $ids AS wanted
MATCH (e:Meeting {id: wanted})
OPTIONAL MATCH (e)-[r:REPORTED_IN]->(a:Article)
WITH e, r, a WHERE a.id IS NOT NULL
RETURN e.id AS event, r.quote AS quote, r.start AS start, r.`end` AS `end`,
  a.id AS id, a.title AS title, a.url AS url, a.lang AS lang, a.published AS published, a.source AS source
UNION ALL
UNWIND $ids AS wanted
MATCH (e:Agreement {id: wanted})
OPTIONAL MATCH (e)-[r:REPORTED_IN]->(a:Article)
WITH e, r, a WHERE a.id IS NOT NULL
RETURN e.id AS event, r.quote AS quote, r.start AS start, r.`end` AS `end`,
  a.id AS id, a.title AS title, a.url AS url, a.lang AS lang, a.published AS published, a.source AS source
