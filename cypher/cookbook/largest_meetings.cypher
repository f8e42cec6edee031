// question: Which meetings had the most attendees by name?
// question_zh: 哪些会面有名字的出席者最多？
// about: meetings
// parameters:
//   limit: {type: int, default: 10, meaning: "At most so many rows", meaning_zh: 最多行数}
// columns: [meeting, date, persons]
// answer:
// - ["m-0b82fe8815b9", "2024-03-04", 7]
// - ["m-4a8d9b4a86f3", "2024-05-10", 7]
// - ["m-93e43bdba7f5", "2024-04-19", 6]
// rows: 10
MATCH (p:Person)-[:ATTENDED]->(m:Meeting)
RETURN m.id AS meeting, m.date AS date, count(DISTINCT p.id) AS persons
ORDER BY persons DESC, meeting
LIMIT $limit
