// parameters: ids
// columns: event, size
// How many persons were at meetings.
UNWIND $ids AS wanted
MATCH (n:Meeting {id: wanted})
RETURN n.id AS event, n.size AS size
