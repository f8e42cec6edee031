// question: Which offices, schools and firms belong to an institution?
// question_zh: 某机构下属哪些部门与单位？
// about: people and institutions
// parameters:
//   body: {type: string, sample: "北京信息科技大学", meaning: "Name or id of an institution", meaning_zh: 机构名称或编号}
// columns: [id, part, kind]
// answer:
// - ["i-2f496b31dc68", "External Liaison Office of BISTU", "university"]
// - ["i-f2ed00196cc8", "University Council of BISTU", "government"]
// rows: 2
MATCH (part:Institution)-[:PART_OF*1..4]->(i:Institution)
WHERE ($body IN [i.id, i.name, i.name_en] OR $body IN i.aliases)
RETURN DISTINCT part.id AS id, part.name AS part, part.kind AS kind
ORDER BY part, id
