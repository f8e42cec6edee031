// parameters: rows
// columns: written
// Write edges whole; fewer than the rows are written where an end is missing.
UNWIND $rows AS row
MATCH (a:`«source»` {id: row.source})
MATCH (b:`«target»` {id: row.target})
MERGE (a)-[r:`«type»` «key»]->(b)
«set»
RETURN count(*) AS written
