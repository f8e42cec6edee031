// question: Who met across the table in a period?
// question_zh: 某一时期内哪些双方人员见过面？
// about: meetings
// parameters:
//   since: {type: string, sample: "2024-01-01", meaning: "First day, month or year: YYYY-MM-DD, YYYY-MM or YYYY", meaning_zh: 起始的日、月或年}
//   until: {type: string, sample: "2024-12-31", meaning: "Last day, month or year, which is in it", meaning_zh: 截止的日、月或年（含）}
// columns: [date, meeting, person, other]
// answer:
// - ["2024-03-04", "m-0b82fe8815b9", "Zou Genhong", "郭福"]
// - ["2024-03-04", "m-0b82fe8815b9", "刘佳", "郭福"]
// - ["2024-03-04", "m-0b82fe8815b9", "刘维亮", "郭福"]
// rows: 41
MATCH (p:Person)-[m:MET {grade: 'across'}]-(q:Person)
WHERE p.id < q.id AND m.earliest >= $since AND left(m.latest, size($until)) <= $until
RETURN m.date AS date, m.event AS meeting, p.name AS person, q.name AS other
ORDER BY date, meeting, person, other, p.id, q.id
