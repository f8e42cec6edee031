// parameters: ids
// columns: id, article, source
// All inputs that give one of these articles.
MATCH (o:Origin)
WHERE o.article IN $ids
RETURN o.id AS id, o.article AS article, o.source AS source
