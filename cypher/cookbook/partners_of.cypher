// question: Which institutions does an institution meet most?
// question_zh: 某机构与哪些机构会面最多？
// about: people and institutions
// parameters:
//   body: {type: string, sample: "河北工业大学", meaning: "Name or id of an institution", meaning_zh: 机构名称或编号}
// columns: [id, partner, kind, meetings, first, last]
// answer:
// - ["i-boe", "京东方科技集团股份有限公司", "company", 1, "2023-10-17", "2023-10-17"]
// - ["i-nankai", "南开大学", "university", 1, "2023-06-08", "2023-06-08"]
// - ["i-gu-an-hitech-mc", "固安高新技术产业开发区管理委员会", "government", 1, "2025-03-13", "2025-03-13"]
// rows: 4
MATCH (i:Institution)-[:TOOK_PART]->(m:Meeting)<-[:TOOK_PART]-(b:Institution)
WHERE ($body IN [i.id, i.name, i.name_en] OR $body IN i.aliases) AND i.id <> b.id
RETURN b.id AS id, b.name AS partner, b.kind AS kind, count(DISTINCT m.id) AS meetings, min(m.earliest) AS first, max(m.latest) AS last
ORDER BY meetings DESC, partner, id
