// question: Which meetings of two persons are the least certain?
// question_zh: 哪些会面关系最不确定？
// about: evidence
// parameters:
//   confidence: {type: float, default: 0.9, meaning: "Below this confidence, 0 to 1", meaning_zh: 置信度上限}
//   limit: {type: int, default: 10, meaning: "At most so many rows", meaning_zh: 最多行数}
// columns: [person, other, meeting, grade, confidence]
// answer:
// - ["刘佳", "乐知远", "m-52bb5e5e37fb", "co_listed", 0.74]
// - ["李明", "乐知远", "m-52bb5e5e37fb", "co_listed", 0.74]
// - ["李明", "刘佳", "m-52bb5e5e37fb", "co_listed", 0.74]
// rows: 10
MATCH (p:Person)-[m:MET]-(q:Person)
WHERE p.id < q.id AND m.confidence < $confidence
RETURN p.name AS person, q.name AS other, m.event AS meeting, m.grade AS grade, m.confidence AS confidence
ORDER BY confidence, meeting, person, other, p.id, q.id
LIMIT $limit
