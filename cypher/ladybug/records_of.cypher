// parameters: ids
// columns: id, entity
// The records of entities and events, without what they state. Ladybug reads one column of all records for it.
MATCH (r:Record) WHERE r.entity IN $ids
RETURN r.id AS id, r.entity AS entity
