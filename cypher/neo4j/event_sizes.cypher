// parameters: ids
// columns: event, size
// How many persons were at meetings.
MATCH (n:Meeting) WHERE n.id IN $ids
RETURN n.id AS event, n.size AS size
