// question: By which names do articles call a person?
// question_zh: 文章用哪些名字称呼某人？
// about: evidence
// parameters:
//   who: {type: string, sample: "郭福", meaning: "Name or id of a person", meaning_zh: 人名或编号}
// columns: [id, surface, language, articles]
// answer:
// - ["p-85fac5ce53f5", "Guo Fu", "en", 3]
// - ["p-85fac5ce53f5", "郭福", "zh", 3]
// rows: 2
MATCH (p:Person)-[m:MENTIONED_IN]->(a:Article)
WHERE ($who IN [p.id, p.name, p.name_en] OR $who IN p.aliases)
RETURN p.id AS id, m.surface AS surface, a.lang AS language, count(DISTINCT a.id) AS articles
ORDER BY id, articles DESC, surface, language
