// parameters: id
// columns: event, label, quote, start, end
// The events that an article reports.
MATCH (e:Meeting:Agreement)-[r:REPORTED_IN]->(a:Article) WHERE a.id = $id
RETURN e.id AS event, label(e) AS label, r.quote AS quote, r.start AS start, r.`end` AS `end`
