// parameters: ids
// columns: id, number
// each: ids
// How many edges hang on each entity or event, but those to articles.
UNWIND $ids AS wanted
MATCH (n:Person {id: wanted})
OPTIONAL MATCH (n)-[r:MET|HOLDS|ATTENDED|SIGNED]-(m)
RETURN n.id AS id, count(m.id) AS number
UNION ALL
UNWIND $ids AS wanted
MATCH (n:Institution {id: wanted})
OPTIONAL MATCH (n)-[r:MET|SIGNED_AGREEMENT|HOLDS|TOOK_PART|PARTY_TO|PART_OF|LOCATED_IN|GOVERNS]-(m)
RETURN n.id AS id, count(m.id) AS number
UNION ALL
UNWIND $ids AS wanted
MATCH (n:District {id: wanted})
OPTIONAL MATCH (n)-[r:MET|SIGNED_AGREEMENT|HOLDS|TOOK_PART|PARTY_TO|PART_OF|LOCATED_IN|GOVERNS]-(m)
RETURN n.id AS id, count(m.id) AS number
UNION ALL
UNWIND $ids AS wanted
MATCH (n:Meeting {id: wanted})
OPTIONAL MATCH (n)-[r:ATTENDED|TOOK_PART]-(m)
RETURN n.id AS id, count(m.id) AS number
UNION ALL
UNWIND $ids AS wanted
MATCH (n:Agreement {id: wanted})
OPTIONAL MATCH (n)-[r:SIGNED|PARTY_TO]-(m)
RETURN n.id AS id, count(m.id) AS number
