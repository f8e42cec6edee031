// parameters: name, origin, tail
// columns: id, whole
// The articles of this id or address, of the input with this id (origin) or name, or (whole is false) with a name that ends in tail.
MATCH (a:Article)
WHERE a.id = $name OR a.url = $name
RETURN a.id AS id, true AS whole
UNION
MATCH (o:Origin)
WHERE o.id = $origin OR o.source = $name OR o.source ENDS WITH $tail
RETURN o.article AS id, o.id = $origin OR o.source = $name AS whole
