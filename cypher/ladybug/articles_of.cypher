// parameters: ids
// columns: article
// Articles that mention entities.
MATCH (n:Person:Institution:District)-[:MENTIONED_IN]->(a:Article) WHERE n.id IN $ids
RETURN DISTINCT a.id AS article
