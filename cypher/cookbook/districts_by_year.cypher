// question: Which districts are the busiest, year by year?
// question_zh: 各年最活跃的区县有哪些？
// about: districts
// parameters: {}
// columns: [year, district, meetings]
// answer:
// - ["2022", "廊坊市", 1]
// - ["2023", "滨海新区", 1]
// - ["2024", "朝阳区", 2]
// rows: 10
MATCH (d:District)<-[:GOVERNS*0..1]-(g:Institution|District)-[:TOOK_PART]->(m:Meeting)
WHERE left(m.earliest, 4) = left(m.latest, 4)
RETURN left(m.earliest, 4) AS year, d.name AS district, count(DISTINCT m.id) AS meetings
ORDER BY year, meetings DESC, district
