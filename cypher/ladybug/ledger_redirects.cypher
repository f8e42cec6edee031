// parameters: ids
// columns: id, to
// Where ids lead whose records went; an empty `to` is gone for good.
UNWIND $ids AS wanted
MATCH (r:Redirect {id: wanted})
RETURN r.id AS id, r.`to` AS `to`
