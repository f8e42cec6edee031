// parameters:
// columns: what, number
// How much there is of what a projection holds.
MATCH (n:Person:Institution:District)
RETURN 'entities' AS what, count(n) AS number
UNION ALL
MATCH (n:Meeting:Agreement)
RETURN 'events' AS what, count(n) AS number
UNION ALL
MATCH ()-[r:ATTENDED|TOOK_PART|PARTY_TO]->()
RETURN 'ends' AS what, count(r) AS number
UNION ALL
MATCH ()-[r:HOLDS|PART_OF|LOCATED_IN|GOVERNS]->()
RETURN 'pairs' AS what, count(r) AS number
