// parameters:
// columns: number, id
// All entities. A number tells a node from others of its kind, for as long as nobody writes: the last part of its
// element id, since id() is deprecated; whole element ids would be ten times as much to carry.
MATCH (n:Person|Institution|District)
RETURN toInteger(split(elementId(n), ':')[2]) AS number, n.id AS id
