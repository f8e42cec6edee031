// question: Who is given different titles at one body on overlapping days by different articles?
// question_zh: 哪些人在同一机构、同一时期被不同文章写成不同职务？
// about: evidence
// parameters: {}
// columns: [person, body, title, article, other_title, other_article]
// answer:
// - ["仇文博", "河北工业大学", "president", "a-9812f535f0a8", "校长", "a-a1c570c2e0c4"]
// - ["刘会福", "软通动力信息技术(集团)股份有限公司", "Chief Technology Officer", "a-714f21078cfe", "执行副总裁", "a-9b378812e50a"]
// - ["刘会福", "软通动力信息技术(集团)股份有限公司", "Chief Technology Officer", "a-714f21078cfe", "首席技术官", "a-9b378812e50a"]
// rows: 13
MATCH (p:Person)-[h:HOLDS]->(b:Institution|District)<-[k:HOLDS]-(q:Person)
WHERE p.id = q.id AND h.title < k.title AND h.article <> k.article AND h.earliest <= k.latest AND k.earliest <= h.latest
RETURN p.name AS person, b.name AS body, h.title AS title, h.article AS article, k.title AS other_title, k.article AS other_article
ORDER BY person, body, title, other_title, article, other_article
