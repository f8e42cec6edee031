// question: Which institutions of different provinces met (Beijing, Tianjin, Hebei)?
// question_zh: 哪些跨省市（京、津、冀）的机构会过面？
// about: districts
// parameters: {}
// columns: [province, institution, other_province, other, meetings]
// answer:
// - ["北京市", "京东方科技集团股份有限公司", "天津市", "南开大学", 1]
// - ["北京市", "京东方科技集团股份有限公司", "天津市", "河北工业大学", 1]
// - ["北京市", "京东方科技集团股份有限公司", "天津市", "滨海新区人民政府", 1]
// rows: 5
MATCH (a:Institution)-[:TOOK_PART]->(m:Meeting)<-[:TOOK_PART]-(b:Institution)
MATCH (a)-[:LOCATED_IN|GOVERNS]->(:District)-[:PART_OF*0..3]->(x:District)
MATCH (b)-[:LOCATED_IN|GOVERNS]->(:District)-[:PART_OF*0..3]->(y:District)
WHERE x.level IN ['municipality', 'province'] AND y.level IN ['municipality', 'province'] AND x.id < y.id
RETURN x.name AS province, a.name AS institution, y.name AS other_province, b.name AS other, count(DISTINCT m.id) AS meetings
ORDER BY province, institution, other_province, other
