// parameters: rows
// columns:
// Take edges away.
// Two MATCH and OPTIONAL make Ladybug begin at both keys; else it scans all edges.
UNWIND $rows AS row
MATCH (a:`«source»` {id: row.source})
MATCH (b:`«target»` {id: row.target})
OPTIONAL MATCH (a)-[r:`«type»` «key»]->(b)
WITH r WHERE id(r) IS NOT NULL
DELETE r
