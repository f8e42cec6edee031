// parameters: ids
// columns: source, target, type
// What is part of what, lies where, governs what.
MATCH (a:Institution:District)-[r:PART_OF|LOCATED_IN|GOVERNS]->(b:Institution:District) WHERE a.id IN $ids
RETURN a.id AS source, b.id AS target, label(r) AS type
UNION
MATCH (a:Institution:District)-[r:PART_OF|LOCATED_IN|GOVERNS]->(b:Institution:District) WHERE b.id IN $ids
RETURN a.id AS source, b.id AS target, label(r) AS type
