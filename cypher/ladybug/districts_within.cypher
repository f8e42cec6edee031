// parameters: ids
// columns: id
// Districts that are directly part of others.
MATCH (n:District)-[:PART_OF]->(d:District) WHERE d.id IN $ids
RETURN DISTINCT n.id AS id
