// question: Which events are reported by several articles?
// question_zh: 哪些事件有多篇文章报道？
// about: evidence
// parameters: {}
// columns: [event, date, articles, languages]
// answer:
// - ["g-25e357781530", "XXXX-12-25", 2, 2]
// - ["g-33e97342dac4", "2022-09-15", 2, 2]
// - ["g-405a3b1aa019", "2024-01-11", 2, 2]
// rows: 12
MATCH (e:Meeting|Agreement)-[:REPORTED_IN]->(a:Article)
WITH e, count(DISTINCT a.id) AS articles, count(DISTINCT a.lang) AS languages
WHERE articles > 1
RETURN e.id AS event, e.date AS date, articles, languages
ORDER BY articles DESC, event
