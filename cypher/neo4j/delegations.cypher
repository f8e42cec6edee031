// parameters: ids
// columns: event, entity, side, confidence
// Which bodies took part in meetings.
MATCH (n:Institution|District)-[r:TOOK_PART]->(e:Meeting) WHERE e.id IN $ids
RETURN e.id AS event, n.id AS entity, r.side AS side, coalesce(r.confidence, e.confidence) AS confidence
