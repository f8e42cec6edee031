// parameters:
// columns: source, target, type
// What is part of what, lies where, governs what, by number.
MATCH (n:Institution|District)-[r:PART_OF|LOCATED_IN|GOVERNS]->(m:Institution|District)
RETURN id(n) AS source, id(m) AS target, toLower(type(r)) AS type
