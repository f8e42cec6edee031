// parameters:
// columns: source, target, type
// What is part of what, lies where, governs what, by number.
MATCH (n:Institution)-[:PART_OF]->(m:Institution)
RETURN offset(id(n)) * 4 + 1 AS source, offset(id(m)) * 4 + 1 AS target, 'part_of' AS type
UNION ALL
MATCH (n:District)-[:PART_OF]->(m:District)
RETURN offset(id(n)) * 4 + 2 AS source, offset(id(m)) * 4 + 2 AS target, 'part_of' AS type
UNION ALL
MATCH (n:Institution)-[:LOCATED_IN]->(m:District)
RETURN offset(id(n)) * 4 + 1 AS source, offset(id(m)) * 4 + 2 AS target, 'located_in' AS type
UNION ALL
MATCH (n:Institution)-[:GOVERNS]->(m:District)
RETURN offset(id(n)) * 4 + 1 AS source, offset(id(m)) * 4 + 2 AS target, 'governs' AS type
