// parameters:
// columns: source, target, type
// What is part of what, lies where, governs what, by number.
MATCH (n:Institution|District)-[r:PART_OF|LOCATED_IN|GOVERNS]->(m:Institution|District)
RETURN toInteger(split(elementId(n), ':')[2]) AS source, toInteger(split(elementId(m), ':')[2]) AS target, toLower(type(r)) AS type
