// question: At which meetings were two persons, and which sentence says so?
// question_zh: 两人在哪些会面中见过面，依据是哪句话？
// about: meetings
// parameters:
//   who: {type: string, sample: "郭福", meaning: "Name or id of a person", meaning_zh: 人名或编号}
//   other: {type: string, sample: "刘维亮", meaning: "Name or id of another person", meaning_zh: 另一人的姓名或编号}
// columns: [meeting, date, grade, article, quote]
// answer:
// - ["m-0b82fe8815b9", "2024-03-04", "across", "a-714f21078cfe", "A delegation of Beijing Municipal Bureau of Economy and Information Technology headed by Deputy Director Liu Weiliang visited BISTU on 4th March 2024."]
// - ["m-0b82fe8815b9", "2024-03-04", "across", "a-9b378812e50a", "3月4日上午,北京市经济和信息化局副局长刘维亮一行到访北京信息科技大学,校长郭福会见来宾。"]
// rows: 2
MATCH (p:Person)-[m:MET]-(q:Person)
WHERE ($who IN [p.id, p.name, p.name_en] OR $who IN p.aliases) AND ($other IN [q.id, q.name, q.name_en] OR $other IN q.aliases)
MATCH (e:Meeting {id: m.event})-[r:REPORTED_IN]->(a:Article)
RETURN e.id AS meeting, e.date AS date, m.grade AS grade, a.id AS article, r.quote AS quote
ORDER BY date, meeting, article, quote
