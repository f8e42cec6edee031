// parameters: ids
// columns: id, number
// each: ids
// At how many events somebody was, or a body took part; entities that were at none may be left out.
// OPTIONAL makes Ladybug begin at the keys asked for; else it scans all edges.
UNWIND $ids AS wanted
MATCH (n:Person {id: wanted})
OPTIONAL MATCH (n)-[r:ATTENDED]->(e:Meeting)
RETURN n.id AS id, count(e.id) AS number
UNION ALL
UNWIND $ids AS wanted
MATCH (n:Institution {id: wanted})
OPTIONAL MATCH (n)-[r:TOOK_PART|PARTY_TO]->(e:Meeting:Agreement)
RETURN n.id AS id, count(e.id) AS number
UNION ALL
UNWIND $ids AS wanted
MATCH (n:District {id: wanted})
OPTIONAL MATCH (n)-[r:TOOK_PART|PARTY_TO]->(e:Meeting:Agreement)
RETURN n.id AS id, count(e.id) AS number
