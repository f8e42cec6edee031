// question: Which persons share a name and are kept apart?
// question_zh: 哪些同名者被区分为不同的人？
// about: evidence
// parameters: {}
// columns: [name, id, title, body]
// answer:
// - ["刘佳", "p-64ebbf3e82f1", "副局长", "通州区经济和信息化局"]
// - ["刘佳", "p-e50bf48ba045", "director", "河北工业大学"]
// - ["刘佳", "p-e50bf48ba045", "科技处处长", "河北工业大学"]
// rows: 7
MATCH (p:Person), (q:Person)
WHERE p.name = q.name AND p.id <> q.id
OPTIONAL MATCH (p)-[h:HOLDS]->(b:Institution|District)
RETURN DISTINCT p.name AS name, p.id AS id, h.title AS title, b.name AS body
ORDER BY name, id, body, title
