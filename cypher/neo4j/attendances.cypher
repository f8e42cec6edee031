// parameters: ids
// columns: event, entity, role, side, title, quote, start, end, article, confidence
// Who was at meetings, and the sentences that say so.
MATCH (n:Person)-[r:ATTENDED]->(e:Meeting) WHERE e.id IN $ids
RETURN e.id AS event, n.id AS entity, r.role AS role, r.side AS side, r.title AS title,
  r.quote AS quote, r.start AS start, r.`end` AS `end`, r.article AS article,
  coalesce(r.confidence, e.confidence) AS confidence
