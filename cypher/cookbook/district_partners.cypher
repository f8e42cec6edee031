// question: Which institutions deal with a district, and when last?
// question_zh: 哪些机构与某区县打交道，最近何时？
// about: districts
// parameters:
//   district: {type: string, sample: "滨海新区", meaning: "Name or id of a district", meaning_zh: 区县名称或编号}
// columns: [id, institution, kind, meetings, last]
// answer:
// - ["i-boe", "京东方科技集团股份有限公司", "company", 2, "2025-09-09"]
// - ["i-nankai", "南开大学", "university", 2, "2024-01-11"]
// - ["i-cccme", "中国机电产品进出口商会", "association", 1, "2025-09-09"]
// rows: 3
MATCH (d:District)<-[:GOVERNS*0..1]-(g:Institution|District)-[:TOOK_PART]->(m:Meeting)<-[:TOOK_PART]-(i:Institution)
WHERE ($district IN [d.id, d.name, d.name_en] OR $district IN d.aliases) AND i.id <> g.id AND NOT EXISTS { MATCH (i)-[:GOVERNS]->(d) }
RETURN i.id AS id, i.name AS institution, i.kind AS kind, count(DISTINCT m.id) AS meetings, max(m.latest) AS last
ORDER BY meetings DESC, institution, id
