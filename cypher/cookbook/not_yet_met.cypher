// question: Whom has a person not met, though many acquaintances have?
// question_zh: 某人尚未见过、但多位熟人见过的是谁？
// about: meetings
// parameters:
//   who: {type: string, sample: "林书瑶", meaning: "Name or id of a person", meaning_zh: 人名或编号}
//   limit: {type: int, default: 10, meaning: "At most so many rows", meaning_zh: 最多行数}
// columns: [id, name, shared]
// answer:
// - ["p-f50ead7baf5f", "乐知远", 3]
// - ["p-e50bf48ba045", "刘佳", 2]
// - ["p-7ae2177e717c", "吴小杰", 2]
// rows: 10
MATCH (p:Person)-[:MET]-(c:Person)-[:MET]-(q:Person)
WHERE ($who IN [p.id, p.name, p.name_en] OR $who IN p.aliases) AND p.id <> q.id AND NOT EXISTS { MATCH (p)-[:MET]-(q) }
RETURN q.id AS id, q.name AS name, count(DISTINCT c.id) AS shared
ORDER BY shared DESC, name, id
LIMIT $limit
