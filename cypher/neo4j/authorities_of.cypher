// parameters: ids
// columns: id
// The governments of districts, the units of these, and the party committees of the districts.
MATCH (n:Institution)-[:PART_OF*0..3]->(:Institution)-[:GOVERNS]->(d:District) WHERE d.id IN $ids
RETURN n.id AS id
UNION
MATCH (n:Institution {kind: 'party'})-[:LOCATED_IN]->(d:District) WHERE d.id IN $ids
RETURN n.id AS id
