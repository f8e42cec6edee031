// parameters: ids
// columns: id, number
// At how many events somebody was, or a body took part; entities that were at none may be left out.
MATCH (n:Person|Institution|District) WHERE n.id IN $ids
RETURN n.id AS id, COUNT { (n)-[:ATTENDED|TOOK_PART|PARTY_TO]->() } AS number
