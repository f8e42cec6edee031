// parameters: 
// columns: source, year, number
// How many articles there are of each source and year of publication.
MATCH (n:Article)
RETURN n.source AS source, substring(n.published, 0, 4) AS year, count(n) AS number
