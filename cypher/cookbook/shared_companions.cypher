// question: Whom did two persons both meet?
// question_zh: 两人都见过哪些人？
// about: meetings
// parameters:
//   who: {type: string, sample: "林书瑶", meaning: "Name or id of a person", meaning_zh: 人名或编号}
//   other: {type: string, sample: "李明", meaning: "Name or id of another person", meaning_zh: 另一人的姓名或编号}
// columns: [id, name, with_one, with_other]
// answer:
// - ["p-c89796dd4ca7", "王行远", 2, 1]
// - ["p-8870b624ef3f", "罗庆丰", 1, 2]
// rows: 2
MATCH (p:Person)-[m:MET]-(c:Person)-[n:MET]-(q:Person)
WHERE ($who IN [p.id, p.name, p.name_en] OR $who IN p.aliases) AND ($other IN [q.id, q.name, q.name_en] OR $other IN q.aliases) AND p.id <> q.id
RETURN c.id AS id, c.name AS name, count(DISTINCT m.event) AS with_one, count(DISTINCT n.event) AS with_other
ORDER BY with_one + with_other DESC, name, id
