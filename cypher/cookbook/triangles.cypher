// question: Where do a university, a company and a district stand in one meeting?
// question_zh: 大学、企业与区县三方在哪些会面中同场？
// about: districts
// parameters: {}
// columns: [meeting, date, university, company, district]
// answer:
// - ["m-8cb8b6942c14", "2024-01-11", "南开大学", "京东方科技集团股份有限公司", "滨海新区"]
// rows: 1
MATCH (u:Institution {kind: 'university'})-[:TOOK_PART]->(m:Meeting)<-[:TOOK_PART]-(c:Institution {kind: 'company'})
MATCH (d:District)<-[:GOVERNS*0..1]-(g:Institution|District)-[:TOOK_PART]->(m)
RETURN DISTINCT m.id AS meeting, m.date AS date, u.name AS university, c.name AS company, d.name AS district
ORDER BY date, meeting, university, company, district
