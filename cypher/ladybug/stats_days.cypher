// parameters: 
// columns: first, last
// The first and last day that an event can lie on.
MATCH (n:Meeting:Agreement)
RETURN min(n.earliest) AS first, max(n.latest) AS last
