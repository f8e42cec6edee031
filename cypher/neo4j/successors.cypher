// parameters: id, record
// columns: to
// Where an id leads that is none of an entity or event any more, or that was never the one in use: '' is gone for good.
MATCH (n:Record) WHERE n.id = $record
RETURN n.entity AS `to`
UNION ALL
MATCH (n:Redirect) WHERE n.id = $id
RETURN n.`to` AS `to`
