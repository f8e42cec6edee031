// parameters: ids, limit
// columns: id, name, articles, mentions
// Districts but for these ids, those that most articles mention first.
MATCH (n:District) WHERE NOT n.id IN $ids
OPTIONAL MATCH (n)-[r:MENTIONED_IN]->(a:Article)
WITH n.id AS id, n.name AS name, count(DISTINCT a.id) AS articles, count(r) AS mentions
RETURN id, name, articles, mentions
ORDER BY articles DESC, mentions DESC, id
LIMIT $limit
