// question: Who attended the most meetings?
// question_zh: 谁出席会面最多？
// about: meetings
// parameters:
//   limit: {type: int, default: 10, meaning: "At most so many rows", meaning_zh: 最多行数}
// columns: [id, name, meetings, first, last]
// answer:
// - ["p-4019c87858f3", "欧阳静", 5, "2023-10-17", "2025-09-09"]
// - ["p-f50ead7baf5f", "乐知远", 3, "2023-06-08", "2025-03-13"]
// - ["p-6d0e47f17832", "区少华", 3, "2023-03-21", "2024-01-11"]
// rows: 10
MATCH (p:Person)-[:ATTENDED]->(m:Meeting)
RETURN p.id AS id, p.name AS name, count(DISTINCT m.id) AS meetings, min(m.earliest) AS first, max(m.latest) AS last
ORDER BY meetings DESC, name, id
LIMIT $limit
