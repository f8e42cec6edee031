// parameters: ids
// columns: id
// Institutions that lie in districts or govern them.
MATCH (n:Institution)-[:LOCATED_IN|GOVERNS]->(d:District) WHERE d.id IN $ids
RETURN DISTINCT n.id AS id
