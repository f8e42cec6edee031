// parameters:
// columns: event, entity, side
// Who was at meetings, by number; side 1 is the host's, 2 the visitor's.
MATCH (n:Person)-[r:ATTENDED]->(e:Meeting)
RETURN id(e) AS event, id(n) AS entity, CASE r.side WHEN 'host' THEN 1 WHEN 'visitor' THEN 2 ELSE 0 END AS side
