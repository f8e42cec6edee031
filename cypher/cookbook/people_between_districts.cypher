// question: Which persons met people of the governments of both of two districts?
// question_zh: 谁同时见过两个区县政府的人？
// about: districts
// parameters:
//   district: {type: string, sample: "廊坊市", meaning: "Name or id of a district", meaning_zh: 区县名称或编号}
//   another: {type: string, sample: "房山区", meaning: "Name or id of another district", meaning_zh: 另一区县的名称或编号}
// columns: [id, person, in_one, in_other]
// answer:
// - ["p-0563280ea7b5", "周启航", 2, 1]
// rows: 1
MATCH (d:District)<-[:GOVERNS]-(g:Institution)<-[:HOLDS]-(one:Person)-[:MET]-(p:Person)-[:MET]-(two:Person)-[:HOLDS]->(h:Institution)-[:GOVERNS]->(e:District)
WHERE ($district IN [d.id, d.name, d.name_en] OR $district IN d.aliases) AND ($another IN [e.id, e.name, e.name_en] OR $another IN e.aliases) AND d.id <> e.id AND one.id <> two.id
RETURN p.id AS id, p.name AS person, count(DISTINCT one.id) AS in_one, count(DISTINCT two.id) AS in_other
ORDER BY person, id
