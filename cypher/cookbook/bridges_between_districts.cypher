// question: Which institutions deal with both of two districts?
// question_zh: 哪些机构同时与两个区县往来？
// about: districts
// parameters:
//   district: {type: string, sample: "朝阳区", meaning: "Name or id of a district", meaning_zh: 区县名称或编号}
//   another: {type: string, sample: "固安县", meaning: "Name or id of another district", meaning_zh: 另一区县的名称或编号}
// columns: [id, institution, with_one, with_other]
// answer:
// - ["i-bistu", "北京信息科技大学", 1, 1]
// rows: 1
MATCH (d:District)<-[:GOVERNS*0..1]-(g:Institution|District)-[:TOOK_PART]->(m:Meeting)<-[:TOOK_PART]-(i:Institution)
MATCH (i)-[:TOOK_PART]->(n:Meeting)<-[:TOOK_PART]-(h:Institution|District)-[:GOVERNS*0..1]->(e:District)
WHERE ($district IN [d.id, d.name, d.name_en] OR $district IN d.aliases) AND ($another IN [e.id, e.name, e.name_en] OR $another IN e.aliases) AND d.id <> e.id AND NOT EXISTS { MATCH (i)-[:GOVERNS]->(d) } AND NOT EXISTS { MATCH (i)-[:GOVERNS]->(e) }
RETURN i.id AS id, i.name AS institution, count(DISTINCT m.id) AS with_one, count(DISTINCT n.id) AS with_other
ORDER BY with_one + with_other DESC, institution, id
