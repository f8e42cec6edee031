// parameters: 
// columns: what, number
// How many agreements of each status.
MATCH (n:Agreement)
RETURN n.status AS what, count(n) AS number
