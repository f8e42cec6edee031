// parameters: ids
// columns: id, entity
// The records of entities and events, without what they state.
MATCH (r:Record) WHERE r.entity IN $ids
RETURN r.id AS id, r.entity AS entity
