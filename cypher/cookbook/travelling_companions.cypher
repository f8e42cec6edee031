// question: Who came along with a person, on the same side of the table?
// question_zh: 谁与某人同行、坐在同一方？
// about: meetings
// parameters:
//   who: {type: string, sample: "郭福", meaning: "Name or id of a person", meaning_zh: 人名或编号}
// columns: [id, name, times, first, last]
// answer:
// - ["p-219fa7e90baf", "解江凌", 2, "2024-04-19", "2024-05-10"]
// - ["p-ca455316ac48", "林书瑶", 1, "2024-05-10", "2024-05-10"]
// - ["p-241a4c4d2227", "王兴芬", 1, "2024-03-04", "2024-03-04"]
// rows: 4
MATCH (p:Person)-[m:MET {grade: 'same_side'}]-(q:Person)
WHERE ($who IN [p.id, p.name, p.name_en] OR $who IN p.aliases)
RETURN q.id AS id, q.name AS name, count(*) AS times, min(m.earliest) AS first, max(m.latest) AS last
ORDER BY times DESC, name, id
