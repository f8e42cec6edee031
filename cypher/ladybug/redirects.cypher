// parameters: ids
// columns: id, to
// Where ids lead that are an entity's no more; to: null where it is gone.
MATCH (n:Redirect) WHERE n.id IN $ids
RETURN n.id AS id, n.`to` AS `to`
