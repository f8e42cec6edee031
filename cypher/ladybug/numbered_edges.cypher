// parameters: lowest, beyond
// columns: source, target
// Edges of the sources whose numbers lie in a range, whole; both ends by their numbers, which spares a join with nodes.
MATCH (a:`«source»`)-[r:`«type»`]->(b:`«target»`) WHERE offset(id(a)) >= $lowest AND offset(id(a)) < $beyond
RETURN offset(id(a)) AS source, offset(id(b)) AS target«columns»
