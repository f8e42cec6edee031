// parameters:
// columns: source, target
// All edges of a type between two labels, whole.
MATCH (a:`«source»`)-[r:`«type»`]->(b:`«target»`) RETURN a.id AS source, b.id AS target«columns»
