// parameters: ids
// columns: id
// each: ids
// The governments of districts, the units of these, and the party committees of the districts.
// OPTIONAL makes Ladybug begin at the keys asked for; else it scans all edges.
UNWIND $ids AS wanted
MATCH (d:District {id: wanted})
OPTIONAL MATCH (n:Institution)-[:GOVERNS]->(d)
WITH n WHERE n.id IS NOT NULL
RETURN n.id AS id
UNION
UNWIND $ids AS wanted
MATCH (d:District {id: wanted})
OPTIONAL MATCH (n:Institution)-[:PART_OF*1..3]->(:Institution)-[:GOVERNS]->(d)
WITH n WHERE n.id IS NOT NULL
RETURN n.id AS id
UNION
UNWIND $ids AS wanted
MATCH (d:District {id: wanted})
OPTIONAL MATCH (n:Institution)-[:LOCATED_IN]->(d)
WITH n WHERE n.id IS NOT NULL AND n.kind = 'party'
RETURN n.id AS id
