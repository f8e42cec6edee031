// parameters: ids
// columns: event, entity, party, quote, start, end, article
// Who signed agreements, for whom, and the sentences that say so.
MATCH (n:Person)-[r:SIGNED]->(e:Agreement) WHERE e.id IN $ids
RETURN e.id AS event, n.id AS entity, r.`for` AS party,
  r.quote AS quote, r.start AS start, r.`end` AS `end`, r.article AS article
