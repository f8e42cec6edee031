// question: Which bodies are told to have agreed, though no article has them meet, and how often did a district stand for its government or the reverse?
// question_zh: 哪些机构有协议、却没有报道见过面，以及由区县或其政府代为会面几次？
// about: agreements
// parameters: {}
// columns: [agreement, status, party, other, by_their_district]
// answer:
// - ["g-15686f1c09ed", "reported", "通州区人民政府", "软通动力信息技术(集团)股份有限公司", 1]
// - ["g-b121ce89c51e", "reported", "通州区人民政府", "软通动力信息技术(集团)股份有限公司", 1]
// rows: 2
MATCH (a:Institution|District)-[s:SIGNED_AGREEMENT]-(b:Institution|District)
WHERE a.id < b.id AND NOT EXISTS { MATCH (a)-[:TOOK_PART]->(m:Meeting)<-[:TOOK_PART]-(b) }
OPTIONAL MATCH (a)-[:GOVERNS*0..1]-(c:Institution|District)-[:TOOK_PART]->(n:Meeting)<-[:TOOK_PART]-(e:Institution|District)-[:GOVERNS*0..1]-(b)
RETURN s.event AS agreement, s.status AS status, a.name AS party, b.name AS other, count(DISTINCT n.id) AS by_their_district
ORDER BY agreement, party, other
