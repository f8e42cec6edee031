// parameters: ids
// columns: id, title, published
// each: ids
// The titles of the articles that mention entities.
// OPTIONAL makes Ladybug begin at the keys asked for; else it scans all edges.
UNWIND $ids AS wanted
MATCH (n:Person {id: wanted})
OPTIONAL MATCH (n)-[:MENTIONED_IN]->(a:Article)
WITH n, a WHERE a.title IS NOT NULL
RETURN DISTINCT n.id AS id, a.title AS title, a.published AS published
UNION ALL
UNWIND $ids AS wanted
MATCH (n:Institution {id: wanted})
OPTIONAL MATCH (n)-[:MENTIONED_IN]->(a:Article)
WITH n, a WHERE a.title IS NOT NULL
RETURN DISTINCT n.id AS id, a.title AS title, a.published AS published
UNION ALL
UNWIND $ids AS wanted
MATCH (n:District {id: wanted})
OPTIONAL MATCH (n)-[:MENTIONED_IN]->(a:Article)
WITH n, a WHERE a.title IS NOT NULL
RETURN DISTINCT n.id AS id, a.title AS title, a.published AS published
