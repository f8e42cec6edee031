// parameters:
// columns: number, edges
// How many edges of a type each source has, by its number.
MATCH (a:`«source»`)-[r:`«type»`]->(b:`«target»`) RETURN offset(id(a)) AS number, count(*) AS edges
