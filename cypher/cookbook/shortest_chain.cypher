// question: Over how many meetings are two persons joined, and by whom?
// question_zh: 两人之间最短隔几次会面，经由谁？
// about: meetings
// parameters:
//   who: {type: string, sample: "郭福", meaning: "Name or id of a person", meaning_zh: 人名或编号}
//   other: {type: string, sample: "罗庆丰", meaning: "Name or id of another person", meaning_zh: 另一人的姓名或编号}
// columns: [meetings, chain]
// answer:
// - [2, "郭福 → 林书瑶 → 罗庆丰"]
// rows: 1
// neo4j:
MATCH (p:Person), (q:Person)
WHERE ($who IN [p.id, p.name, p.name_en] OR $who IN p.aliases) AND ($other IN [q.id, q.name, q.name_en] OR $other IN q.aliases) AND p.id <> q.id
MATCH path = allShortestPaths((p)-[:MET*..6]-(q))
RETURN DISTINCT length(path) AS meetings, reduce(text = p.name, n IN tail(nodes(path)) | text + ' → ' + n.name) AS chain
ORDER BY meetings, chain
LIMIT 100
// ladybug:
MATCH path = (p:Person)-[:MET* ALL SHORTEST 1..6]-(q:Person)
WHERE ($who IN [p.id, p.name, p.name_en] OR $who IN p.aliases) AND ($other IN [q.id, q.name, q.name_en] OR $other IN q.aliases) AND p.id <> q.id
RETURN DISTINCT length(path) AS meetings, list_to_string(' → ', list_transform(nodes(path), n -> n.name)) AS chain
ORDER BY meetings, chain
LIMIT 100
