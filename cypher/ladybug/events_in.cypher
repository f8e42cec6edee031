// parameters: id
// columns: event, label, quote, start, end
// The events that an article reports.
// OPTIONAL makes Ladybug begin at the keys asked for; else it scans all edges.
MATCH (a:Article {id: $id})
OPTIONAL MATCH (e:Meeting:Agreement)-[r:REPORTED_IN]->(a)
WITH e, r WHERE e.id IS NOT NULL
RETURN e.id AS event, label(e) AS label, r.quote AS quote, r.start AS start, r.`end` AS `end`
