// question: Which pairs of bodies are told of with different states of agreement?
// question_zh: 哪些双方的协议在不同报道中状态不一？
// about: evidence
// parameters: {}
// columns: [party, other, agreement, status, subject, other_agreement, other_status, other_subject]
// answer:
// - ["通州区人民政府", "软通动力信息技术(集团)股份有限公司", "g-15686f1c09ed", "reported", "合作协议", "g-b121ce89c51e", "reported", "agreement"]
// rows: 1
MATCH (a:Institution|District)-[s:SIGNED_AGREEMENT]-(b:Institution|District)-[t:SIGNED_AGREEMENT]-(c:Institution|District)
WHERE a.id = c.id AND a.id < b.id AND s.event < t.event AND (s.status <> t.status OR s.subject <> t.subject)
RETURN a.name AS party, b.name AS other, s.event AS agreement, s.status AS status, s.subject AS subject, t.event AS other_agreement, t.status AS other_status, t.subject AS other_subject
ORDER BY party, other, agreement, other_agreement
