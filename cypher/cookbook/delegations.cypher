// question: Who led or joined which side at the meetings of an institution?
// question_zh: 某机构的各次会面中，双方各有谁出席？
// about: meetings
// parameters:
//   body: {type: string, sample: "河北工业大学", meaning: "Name or id of an institution", meaning_zh: 机构名称或编号}
// columns: [meeting, date, side, person, title, role]
// answer:
// - ["m-2cc63fa9a541", "2022-09-15", "visitor", "仇文博", "校长", "visitor"]
// - ["m-2cc63fa9a541", "2022-09-15", "host", "单国栋", "市长", "host"]
// - ["m-2cc63fa9a541", "2022-09-15", "host", "查海平", "副市长", "host"]
// rows: 16
MATCH (i:Institution)-[:TOOK_PART]->(m:Meeting)<-[a:ATTENDED]-(p:Person)
WHERE ($body IN [i.id, i.name, i.name_en] OR $body IN i.aliases)
RETURN m.id AS meeting, m.date AS date, a.side AS side, p.name AS person, a.title AS title, a.role AS role
ORDER BY date, meeting, person, p.id
