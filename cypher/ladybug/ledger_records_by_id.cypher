// parameters: ids
// columns: id, kind, article, entity, payload
// Records by id.
UNWIND $ids AS wanted
MATCH (r:Record {id: wanted})
RETURN r.id AS id, r.kind AS kind, r.article AS article, r.entity AS entity, r.payload AS payload
