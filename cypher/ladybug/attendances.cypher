// parameters: ids
// columns: event, entity, role, side, title
// Who was at meetings.
MATCH (n:Person)-[r:ATTENDED]->(e:Meeting) WHERE e.id IN $ids
RETURN e.id AS event, n.id AS entity, r.role AS role, r.side AS side, r.title AS title
