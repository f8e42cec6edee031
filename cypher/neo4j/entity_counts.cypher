// parameters: id
// columns: what, number
// How much there is about one entity.
MATCH (n:Person|Institution|District)-[:MET]-(m:Person|Institution|District) WHERE n.id = $id
RETURN 'met' AS what, count(DISTINCT m.id) AS number
UNION ALL
MATCH (n:Person|Institution|District)-[:ATTENDED|TOOK_PART]->(m:Meeting) WHERE n.id = $id
RETURN 'meetings' AS what, count(DISTINCT m.id) AS number
UNION ALL
MATCH (n:Person|Institution|District)-[:SIGNED|PARTY_TO]->(m:Agreement) WHERE n.id = $id
RETURN 'agreements' AS what, count(DISTINCT m.id) AS number
UNION ALL
MATCH (n:Person|Institution|District)-[:MENTIONED_IN]->(m:Article) WHERE n.id = $id
RETURN 'articles' AS what, count(DISTINCT m.id) AS number
UNION ALL
MATCH (n:Person|Institution|District)-[r:HOLDS]-(:Person|Institution|District) WHERE n.id = $id
RETURN 'posts' AS what, count(r) AS number
