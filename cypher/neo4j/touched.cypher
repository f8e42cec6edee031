// parameters: ids
// columns: number, touched
// What transactions touched, of those whose numbers are still known.
MATCH (e:Edition) WHERE e.id IN $ids
RETURN e.number AS number, e.touched AS touched
