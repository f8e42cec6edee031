// parameters: ids
// columns: number, touched
// What transactions touched, of those whose numbers are still known.
UNWIND $ids AS wanted
MATCH (e:Edition {id: wanted})
RETURN e.number AS number, e.touched AS touched
