// question: Which institutions met repeatedly and have no agreement?
// question_zh: 哪些机构多次会面却没有协议？
// about: agreements
// parameters:
//   times: {type: int, default: 2, meaning: "At least so many times", meaning_zh: 最少次数}
// columns: [institution, other, times, last]
// answer:
// - ["软通动力信息技术(集团)股份有限公司", "软通教育科技有限公司", 2, "2024-07-04"]
// rows: 1
MATCH (a:Institution)-[m:MET]-(b:Institution)
WHERE a.id < b.id AND NOT EXISTS { MATCH (a)-[:SIGNED_AGREEMENT]-(b) }
WITH a, b, count(DISTINCT m.event) AS times, max(m.latest) AS last
WHERE times >= $times
RETURN a.name AS institution, b.name AS other, times, last
ORDER BY times DESC, institution, other, a.id, b.id
