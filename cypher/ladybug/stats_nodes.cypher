// parameters: 
// columns: what, number
// How many nodes of each label.
MATCH (n:Person)
RETURN 'Person' AS what, count(n) AS number
UNION ALL
MATCH (n:Institution)
RETURN 'Institution' AS what, count(n) AS number
UNION ALL
MATCH (n:District)
RETURN 'District' AS what, count(n) AS number
UNION ALL
MATCH (n:Meeting)
RETURN 'Meeting' AS what, count(n) AS number
UNION ALL
MATCH (n:Agreement)
RETURN 'Agreement' AS what, count(n) AS number
UNION ALL
MATCH (n:Article)
RETURN 'Article' AS what, count(n) AS number
