// parameters: ids
// columns: article
// each: ids
// Articles that mention entities.
// OPTIONAL makes Ladybug begin at the keys asked for; else it scans all edges.
UNWIND $ids AS wanted
MATCH (n:Person {id: wanted})
OPTIONAL MATCH (n)-[:MENTIONED_IN]->(a:Article)
WITH a WHERE a.id IS NOT NULL
RETURN a.id AS article
UNION
UNWIND $ids AS wanted
MATCH (n:Institution {id: wanted})
OPTIONAL MATCH (n)-[:MENTIONED_IN]->(a:Article)
WITH a WHERE a.id IS NOT NULL
RETURN a.id AS article
UNION
UNWIND $ids AS wanted
MATCH (n:District {id: wanted})
OPTIONAL MATCH (n)-[:MENTIONED_IN]->(a:Article)
WITH a WHERE a.id IS NOT NULL
RETURN a.id AS article
