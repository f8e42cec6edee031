// question: When did the parties of an agreement first meet, and how many days before, where both days are told?
// question_zh: 协议各方首次接触在何时，早于签约几天（仅限日期确切者）？
// about: agreements
// parameters: {}
// columns: [agreement, party, other, contact, signed, days]
// answer:
// - ["g-33e97342dac4", "廊坊市人民政府", "河北工业大学", "2022-09-15", "2022-09-15", 0]
// - ["g-405a3b1aa019", "京东方科技集团股份有限公司", "滨海新区人民政府", "2024-01-11", "2024-01-11", 0]
// rows: 2
// neo4j:
MATCH (a:Institution|District)-[s:SIGNED_AGREEMENT]-(b:Institution|District)
MATCH (a)-[:GOVERNS*0..1]-(c:Institution|District)-[:TOOK_PART]->(m:Meeting)<-[:TOOK_PART]-(e:Institution|District)-[:GOVERNS*0..1]-(b)
WHERE a.id < b.id AND c.id <> e.id AND s.earliest = s.latest AND m.earliest = m.latest AND m.earliest <= s.earliest
WITH s.event AS agreement, a.name AS party, b.name AS other, s.latest AS signed, min(m.earliest) AS contact
RETURN agreement, party, other, contact, signed, duration.inDays(date(contact), date(signed)).days AS days
ORDER BY days DESC, agreement, party, other
// ladybug:
MATCH (a:Institution|District)-[s:SIGNED_AGREEMENT]-(b:Institution|District)
MATCH (a)-[:GOVERNS*0..1]-(c:Institution|District)-[:TOOK_PART]->(m:Meeting)<-[:TOOK_PART]-(e:Institution|District)-[:GOVERNS*0..1]-(b)
WHERE a.id < b.id AND c.id <> e.id AND s.earliest = s.latest AND m.earliest = m.latest AND m.earliest <= s.earliest
WITH s.event AS agreement, a.name AS party, b.name AS other, s.latest AS signed, min(m.earliest) AS contact
RETURN agreement, party, other, contact, signed, date(signed) - date(contact) AS days
ORDER BY days DESC, agreement, party, other
