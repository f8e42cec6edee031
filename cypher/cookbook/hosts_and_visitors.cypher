// question: Which institution hosts which, and how often?
// question_zh: 谁做东、谁来访，各几次？
// about: meetings
// parameters: {}
// columns: [host, visitor, times, first]
// answer:
// - ["中关村科技园区朝阳园管理委员会", "北京信息科技大学", 1, "2024-04-19"]
// - ["京东方科技集团股份有限公司", "北京信息科技大学", 1, "2024-11-15"]
// - ["北京信息科技大学", "中国机电产品进出口商会", 1, "2024-05-10"]
// rows: 8
MATCH (h:Institution)-[:TOOK_PART {side: 'host'}]->(m:Meeting)<-[:TOOK_PART {side: 'visitor'}]-(v:Institution)
WITH h, v, count(DISTINCT m.id) AS times, min(m.earliest) AS first
RETURN h.name AS host, v.name AS visitor, times, first
ORDER BY times DESC, host, visitor, h.id, v.id
