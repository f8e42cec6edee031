// question: Who was at the meeting on the day when an agreement was signed?
// question_zh: 签约当天的会面有谁在场？
// about: agreements
// parameters: {}
// columns: [agreement, date, meeting, id, person, title]
// answer:
// - ["g-33e97342dac4", "2022-09-15", "m-2cc63fa9a541", "p-09517c2dde6b", "仇文博", "校长"]
// - ["g-33e97342dac4", "2022-09-15", "m-2cc63fa9a541", "p-4a0868e5569b", "单国栋", "市长"]
// - ["g-33e97342dac4", "2022-09-15", "m-2cc63fa9a541", "p-b3eada4b0ccb", "查海平", "副市长"]
// rows: 7
MATCH (b:Institution|District)-[:PARTY_TO]->(g:Agreement {status: 'signed'})
MATCH (b)-[:TOOK_PART]->(m:Meeting)<-[t:ATTENDED]-(p:Person)
WHERE g.earliest = m.earliest AND g.latest = m.latest
RETURN DISTINCT g.id AS agreement, g.date AS date, m.id AS meeting, p.id AS id, p.name AS person, t.title AS title
ORDER BY agreement, meeting, person, id
