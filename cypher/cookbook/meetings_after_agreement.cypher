// question: Did an institution meet the place again after it had signed with its government?
// question_zh: 与政府签约之后，机构与当地是否再次会面？
// about: agreements
// parameters: {}
// columns: [agreement, signed, institution, district, meeting, date]
// answer:
// - ["g-405a3b1aa019", "2024-01-11", "京东方科技集团股份有限公司", "滨海新区", "m-042a762f17d5", "2025-09-09"]
// rows: 1
MATCH (i:Institution)-[s:SIGNED_AGREEMENT]-(g:Institution)-[:GOVERNS]->(d:District)
MATCH (i)-[:TOOK_PART]->(m:Meeting)<-[:TOOK_PART]-(x:Institution|District)-[:GOVERNS*0..1]->(d)
WHERE s.latest < m.earliest
RETURN DISTINCT s.event AS agreement, s.date AS signed, i.name AS institution, d.name AS district, m.id AS meeting, m.date AS date
ORDER BY agreement, date, meeting, institution, district
