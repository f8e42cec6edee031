// parameters: ids
// columns: source, target, type
// What these bodies are part of, lie in or govern.
MATCH (a:Institution|District)-[r:PART_OF|LOCATED_IN|GOVERNS]->(b:Institution|District) WHERE a.id IN $ids
RETURN a.id AS source, b.id AS target, toLower(type(r)) AS type
