// parameters: ids
// columns: id
// Institutions that lie in districts or govern them.
// OPTIONAL makes Ladybug begin at the keys asked for; else it scans all edges.
UNWIND $ids AS wanted
MATCH (d:District {id: wanted})
OPTIONAL MATCH (n:Institution)-[:LOCATED_IN|GOVERNS]->(d)
WITH n WHERE n.id IS NOT NULL
RETURN DISTINCT n.id AS id
