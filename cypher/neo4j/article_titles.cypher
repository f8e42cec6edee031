// parameters: ids
// columns: id, title, published
// The titles of the articles that mention entities.
MATCH (n:Person|Institution|District)-[:MENTIONED_IN]->(a:Article) WHERE n.id IN $ids AND a.title IS NOT NULL
RETURN DISTINCT n.id AS id, a.title AS title, a.published AS published
