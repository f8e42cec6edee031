// parameters: rows
// columns:
// Take edges away.
UNWIND $rows AS row
MATCH (a:`«source»` {id: row.source})-[r:`«type»` «key»]->(b:`«target»` {id: row.target})
DELETE r
