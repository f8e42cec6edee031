// question: Whom did a person meet, how often, and when first and last?
// question_zh: 某人见过谁、几次、首末各在何时？
// about: meetings
// parameters:
//   who: {type: string, sample: "郭福", meaning: "Name or id of a person", meaning_zh: 人名或编号}
// columns: [id, name, times, first, last]
// answer:
// - ["p-219fa7e90baf", "解江凌", 2, "2024-04-19", "2024-05-10"]
// - ["p-f13f8c36147d", "Li Yawei", 1, "2024-05-10", "2024-05-10"]
// - ["p-3b0f7c3cafa1", "Tan Shuai", 1, "2024-03-04", "2024-03-04"]
// rows: 16
MATCH (p:Person)-[m:MET]-(q:Person)
WHERE ($who IN [p.id, p.name, p.name_en] OR $who IN p.aliases)
RETURN q.id AS id, q.name AS name, count(*) AS times, min(m.earliest) AS first, max(m.latest) AS last
ORDER BY times DESC, name, id
