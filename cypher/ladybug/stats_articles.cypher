// parameters: 
// columns: what, number
// How many articles in each language.
MATCH (n:Article)
RETURN n.lang AS what, count(n) AS number
