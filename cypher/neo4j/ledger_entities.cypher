// parameters: ids
// columns: id, entity
// The entities of records, by the records' ids.
UNWIND $ids AS wanted
MATCH (r:Record {id: wanted})
RETURN r.id AS id, r.entity AS entity
