// question: Who holds posts in more than one body?
// question_zh: 谁在多个机构任职？
// about: people and institutions
// parameters: {}
// columns: [id, name, bodies]
// answer:
// - ["p-7ae2177e717c", "吴小杰", 3]
// - ["p-0bdd6efc090a", "张淼", 3]
// - ["p-6c46a5ff8e5a", "何雨松", 2]
// rows: 13
MATCH (p:Person)-[:HOLDS]->(b:Institution|District)
WITH p, count(DISTINCT b.id) AS bodies
WHERE bodies > 1
RETURN p.id AS id, p.name AS name, bodies
ORDER BY bodies DESC, name, id
