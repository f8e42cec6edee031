// question: Whom do we know at an institution, and as what?
// question_zh: 某机构有哪些人、任何职？
// about: people and institutions
// parameters:
//   body: {type: string, sample: "河北工业大学", meaning: "Name or id of an institution", meaning_zh: 机构名称或编号}
// columns: [id, name, title, since, until]
// answer:
// - ["p-f50ead7baf5f", "乐知远", "vice president", "2025-03-14", "2025-03-14"]
// - ["p-f50ead7baf5f", "乐知远", "副校长", "2023-06-09", "2023-10-18"]
// - ["p-09517c2dde6b", "仇文博", "president", "2022-09-16", "2022-09-16"]
// rows: 8
MATCH (p:Person)-[h:HOLDS]->(i:Institution)
WHERE ($body IN [i.id, i.name, i.name_en] OR $body IN i.aliases)
RETURN p.id AS id, p.name AS name, h.title AS title, h.earliest AS since, h.latest AS until
ORDER BY name, id, title
