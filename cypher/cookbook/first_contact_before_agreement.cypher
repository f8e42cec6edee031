// question: When did the parties of an agreement first meet, and how many days before?
// question_zh: 协议各方首次接触在何时，早于签约几天？
// about: agreements
// parameters: {}
// columns: [agreement, party, other, contact, signed, days]
// answer:
// - ["g-33e97342dac4", "廊坊市人民政府", "河北工业大学", "2022-09-15", "2022-09-15", 0]
// - ["g-405a3b1aa019", "京东方科技集团股份有限公司", "滨海新区人民政府", "2024-01-11", "2024-01-11", 0]
// rows: 2
// neo4j:
MATCH (a:Institution|District)-[s:SIGNED_AGREEMENT]-(b:Institution|District)
MATCH (a)-[:TOOK_PART]->(m:Meeting)<-[:TOOK_PART]-(b)
WHERE a.id < b.id AND s.latest IS NOT NULL AND m.earliest <= s.latest
WITH s.event AS agreement, a.name AS party, b.name AS other, s.latest AS signed, min(m.earliest) AS contact
RETURN agreement, party, other, contact, signed, duration.inDays(date(contact), date(signed)).days AS days
ORDER BY days DESC, agreement, party, other
// ladybug:
MATCH (a:Institution|District)-[s:SIGNED_AGREEMENT]-(b:Institution|District)
MATCH (a)-[:TOOK_PART]->(m:Meeting)<-[:TOOK_PART]-(b)
WHERE a.id < b.id AND s.latest IS NOT NULL AND m.earliest <= s.latest
WITH s.event AS agreement, a.name AS party, b.name AS other, s.latest AS signed, min(m.earliest) AS contact
RETURN agreement, party, other, contact, signed, date(signed) - date(contact) AS days
ORDER BY days DESC, agreement, party, other
