// parameters: places
// columns: event, place
// Meetings whose place has one of these names.
MATCH (n:Meeting) WHERE n.place IN $places
RETURN n.id AS event, n.place AS place
