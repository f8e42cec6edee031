// question: Which bodies are told to have agreed, though no article has them meet?
// question_zh: 哪些机构有协议、却没有报道见过面？
// about: agreements
// parameters: {}
// columns: [agreement, status, party, other]
// answer:
// - ["g-15686f1c09ed", "reported", "通州区人民政府", "软通动力信息技术(集团)股份有限公司"]
// - ["g-b121ce89c51e", "reported", "通州区人民政府", "软通动力信息技术(集团)股份有限公司"]
// rows: 2
MATCH (a:Institution|District)-[s:SIGNED_AGREEMENT]-(b:Institution|District)
WHERE a.id < b.id AND NOT EXISTS { MATCH (a)-[:TOOK_PART]->(m:Meeting)<-[:TOOK_PART]-(b) }
RETURN s.event AS agreement, s.status AS status, a.name AS party, b.name AS other
ORDER BY agreement, party, other
