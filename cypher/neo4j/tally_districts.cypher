// parameters:
// columns: id, level, parent
// All districts, and what each is directly part of.
MATCH (n:District)
OPTIONAL MATCH (n)-[:PART_OF]->(p:District)
RETURN n.id AS id, n.level AS level, p.id AS parent
ORDER BY id, parent
