// parameters:
// columns: id, district
// The governments of all districts, the units of these, and the party committees.
MATCH (n:Institution)-[:GOVERNS]->(d:District)
RETURN n.id AS id, d.id AS district
UNION
MATCH (d:District)
OPTIONAL MATCH (n:Institution)-[:PART_OF*1..3]->(:Institution)-[:GOVERNS]->(d)
WITH n, d WHERE n.id IS NOT NULL
RETURN n.id AS id, d.id AS district
UNION
MATCH (n:Institution)-[:LOCATED_IN]->(d:District)
WHERE n.kind = 'party'
RETURN n.id AS id, d.id AS district
