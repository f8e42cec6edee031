// parameters:
// columns: what, confidence, number
// How many facts have each confidence.
MATCH (n:Meeting)
RETURN 'meeting' AS what, n.confidence AS confidence, count(n) AS number
UNION ALL
MATCH (n:Agreement)
RETURN 'agreement' AS what, n.confidence AS confidence, count(n) AS number
UNION ALL
MATCH (:Person)-[r:HOLDS]->()
RETURN 'post' AS what, r.confidence AS confidence, count(r) AS number
UNION ALL
MATCH ()-[r:MET]->()
RETURN 'met' AS what, r.confidence AS confidence, count(r) AS number
UNION ALL
MATCH ()-[r:SIGNED_AGREEMENT]->()
RETURN 'signed_agreement' AS what, r.confidence AS confidence, count(r) AS number
