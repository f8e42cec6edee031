// question: Which kinds of institution meet which?
// question_zh: 哪类机构与哪类机构会面？
// about: people and institutions
// parameters: {}
// columns: [kind, other, meetings]
// answer:
// - ["government", "university", 6]
// - ["company", "university", 4]
// - ["company", "company", 2]
// rows: 8
MATCH (a:Institution)-[:TOOK_PART]->(m:Meeting)<-[:TOOK_PART]-(b:Institution)
WHERE a.id <> b.id AND a.kind <= b.kind
RETURN a.kind AS kind, b.kind AS other, count(DISTINCT m.id) AS meetings
ORDER BY meetings DESC, kind, other
