// parameters: ids
// columns: id
// The ids that were given up and lead to one of these. Asked only where somebody is taken out: it reads all of them.
MATCH (r:Redirect) WHERE r.`to` IN $ids
RETURN r.id AS id
