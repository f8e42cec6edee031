// parameters:
// columns: id, district
// The governments of all districts, the units of these, and the party committees.
MATCH (n:Institution)-[:PART_OF*0..3]->(:Institution)-[:GOVERNS]->(d:District)
RETURN n.id AS id, d.id AS district
UNION
MATCH (n:Institution {kind: 'party'})-[:LOCATED_IN]->(d:District)
RETURN n.id AS id, d.id AS district
