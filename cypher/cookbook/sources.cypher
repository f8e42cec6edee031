// question: How many articles of which language tell of how many events?
// question_zh: 各语言文章有多少篇、报道了多少事件？
// about: evidence
// parameters: {}
// columns: [language, articles, events, first, last]
// answer:
// - ["en", 13, 18, "2022-09-16", "2025-03-14"]
// - ["zh", 15, 23, "2022-09-16", "2025-09-10"]
// rows: 2
MATCH (a:Article)
OPTIONAL MATCH (e:Meeting|Agreement)-[:REPORTED_IN]->(a)
RETURN a.lang AS language, count(DISTINCT a.id) AS articles, count(DISTINCT e.id) AS events, min(a.published) AS first, max(a.published) AS last
ORDER BY language
