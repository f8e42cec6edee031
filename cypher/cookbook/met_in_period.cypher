// question: Who met across the table in a period?
// question_zh: 某一时期内哪些双方人员见过面？
// about: meetings
// parameters:
//   since: {type: string, sample: "2024-01-01", meaning: "First day, YYYY-MM-DD", meaning_zh: 起始日}
//   until: {type: string, sample: "2024-12-31", meaning: "Last day, YYYY-MM-DD", meaning_zh: 截止日}
// columns: [date, meeting, person, other]
// answer:
// - ["2024-03-04", "m-0b82fe8815b9", "Zou Genhong", "郭福"]
// - ["2024-03-04", "m-0b82fe8815b9", "刘佳", "郭福"]
// - ["2024-03-04", "m-0b82fe8815b9", "刘维亮", "郭福"]
// rows: 41
MATCH (p:Person)-[m:MET {grade: 'across'}]-(q:Person)
WHERE p.id < q.id AND m.earliest >= $since AND m.latest <= $until
RETURN m.date AS date, m.event AS meeting, p.name AS person, q.name AS other
ORDER BY date, meeting, person, other, p.id, q.id
