// parameters: ids
// columns: id
// Those of these keys that lead to no record.
UNWIND $ids AS wanted
MATCH (k:RecordKey {id: wanted})
WHERE NOT EXISTS { MATCH (k)-[:KEYED]->(:Record) }
RETURN k.id AS id
