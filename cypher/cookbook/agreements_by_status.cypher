// question: How many agreements of each status are there, with how many parties?
// question_zh: 各种状态的协议有多少、涉及多少方？
// about: agreements
// parameters: {}
// columns: [status, agreements, parties]
// answer:
// - ["intended", 4, 6]
// - ["reported", 3, 3]
// - ["signed", 3, 6]
// rows: 3
MATCH (b:Institution|District)-[:PARTY_TO]->(g:Agreement)
RETURN g.status AS status, count(DISTINCT g.id) AS agreements, count(DISTINCT b.id) AS parties
ORDER BY agreements DESC, status
