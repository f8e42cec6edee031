// parameters:
// columns: number
// How many articles report no event.
MATCH (a:Article) WHERE NOT EXISTS { MATCH (:Meeting|Agreement)-[:REPORTED_IN]->(a) }
RETURN count(a) AS number
