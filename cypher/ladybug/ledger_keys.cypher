// parameters: ids
// columns: id
// Those of these keys that the store has.
UNWIND $ids AS wanted
MATCH (k:RecordKey {id: wanted})
RETURN k.id AS id
