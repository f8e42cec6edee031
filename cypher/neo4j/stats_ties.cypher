// parameters: 
// columns: what, number
// How many edges of each type.
MATCH ()-[r:MET]->()
RETURN 'MET' AS what, count(r) AS number
UNION ALL
MATCH ()-[r:SIGNED_AGREEMENT]->()
RETURN 'SIGNED_AGREEMENT' AS what, count(r) AS number
UNION ALL
MATCH ()-[r:HOLDS]->()
RETURN 'HOLDS' AS what, count(r) AS number
UNION ALL
MATCH ()-[r:PART_OF]->()
RETURN 'PART_OF' AS what, count(r) AS number
UNION ALL
MATCH ()-[r:LOCATED_IN]->()
RETURN 'LOCATED_IN' AS what, count(r) AS number
UNION ALL
MATCH ()-[r:GOVERNS]->()
RETURN 'GOVERNS' AS what, count(r) AS number
