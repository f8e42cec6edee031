// parameters: ids
// columns: id, sealed
// Articles and judgements as they were before somebody was taken out of them, by their ids.
UNWIND $ids AS wanted
MATCH (s:Sealed {id: wanted})
RETURN s.id AS id, s.sealed AS sealed
