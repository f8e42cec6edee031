// question: Which institutions are in a district or in one of its parts?
// question_zh: 某地（含下辖）有哪些机构？
// about: districts
// parameters:
//   district: {type: string, sample: "天津市", meaning: "Name or id of a district", meaning_zh: 区县名称或编号}
// columns: [id, institution, kind, district]
// answer:
// - ["i-hebut", "河北工业大学", "university", "北辰区"]
// - ["i-nankai", "南开大学", "university", "南开区"]
// - ["i-gov-120116", "滨海新区人民政府", "government", "滨海新区"]
// rows: 4
MATCH (i:Institution)-[:LOCATED_IN|GOVERNS]->(d:District)-[:PART_OF*0..3]->(w:District)
WHERE ($district IN [w.id, w.name, w.name_en] OR $district IN w.aliases)
RETURN DISTINCT i.id AS id, i.name AS institution, i.kind AS kind, d.name AS district
ORDER BY district, institution, id
