// parameters: ids
// columns: source, target, type
// each: ids
// What is part of what, lies where, governs what.
// OPTIONAL makes Ladybug begin at the keys asked for; else it scans all edges.
UNWIND $ids AS wanted
MATCH (a:Institution {id: wanted})
OPTIONAL MATCH (a)-[r:PART_OF|LOCATED_IN|GOVERNS]->(b:Institution:District)
WITH a, r, b WHERE b.id IS NOT NULL
RETURN a.id AS source, b.id AS target, label(r) AS type
UNION
UNWIND $ids AS wanted
MATCH (a:District {id: wanted})
OPTIONAL MATCH (a)-[r:PART_OF]->(b:District)
WITH a, r, b WHERE b.id IS NOT NULL
RETURN a.id AS source, b.id AS target, label(r) AS type
UNION
UNWIND $ids AS wanted
MATCH (b:Institution {id: wanted})
OPTIONAL MATCH (a:Institution)-[r:PART_OF]->(b)
WITH a, r, b WHERE a.id IS NOT NULL
RETURN a.id AS source, b.id AS target, label(r) AS type
UNION
UNWIND $ids AS wanted
MATCH (b:District {id: wanted})
OPTIONAL MATCH (a:Institution:District)-[r:PART_OF|LOCATED_IN|GOVERNS]->(b)
WITH a, r, b WHERE a.id IS NOT NULL
RETURN a.id AS source, b.id AS target, label(r) AS type
