// question: Which institutions join pairs that never meet each other?
// question_zh: 哪些机构居间联系着互不会面的机构？
// about: people and institutions
// parameters:
//   limit: {type: int, default: 10, meaning: "At most so many rows", meaning_zh: 最多行数}
// columns: [id, broker, pairs]
// answer:
// - ["i-bistu", "北京信息科技大学", 11]
// - ["i-boe", "京东方科技集团股份有限公司", 7]
// - ["i-hebut", "河北工业大学", 5]
// rows: 5
MATCH (a:Institution)-[:MET]-(broker:Institution)-[:MET]-(b:Institution)
WHERE a.id < b.id AND NOT EXISTS { MATCH (a)-[:MET]-(b) }
WITH DISTINCT broker, a, b
RETURN broker.id AS id, broker.name AS broker, count(*) AS pairs
ORDER BY pairs DESC, broker, id
LIMIT $limit
