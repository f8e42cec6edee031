// parameters:
// columns: id
// The ids of all that is sealed.
MATCH (s:Sealed) RETURN s.id AS id ORDER BY id
