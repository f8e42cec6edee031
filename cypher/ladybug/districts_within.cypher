// parameters: ids
// columns: id
// Districts that are directly part of others.
// OPTIONAL makes Ladybug begin at the keys asked for; else it scans all edges.
UNWIND $ids AS wanted
MATCH (d:District {id: wanted})
OPTIONAL MATCH (n:District)-[:PART_OF]->(d)
WITH n WHERE n.id IS NOT NULL
RETURN DISTINCT n.id AS id
