// parameters: ids
// columns: id, article, source
// Inputs by id, with the article that each gives.
UNWIND $ids AS wanted
MATCH (o:Origin {id: wanted})
RETURN o.id AS id, o.article AS article, o.source AS source
