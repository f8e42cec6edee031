// question: What does one article support, and with which words?
// question_zh: 一篇文章支持哪些事实，原文是哪句？
// about: evidence
// parameters:
//   article: {type: string, sample: "a-748f2959b99c", meaning: "Id of an article", meaning_zh: 文章编号}
// columns: [event, date, quote, start, stop]
// answer:
// - ["m-8cb8b6942c14", "2024-01-11", "BOE Technology Group and the People's Government of Binhai New Area signed a cooperation agreement on January 11, 2024, on building a park for display technology.", 85, 247]
// - ["g-405a3b1aa019", "2024-01-11", "OUYANG Jing, vice president of BOE, and LYU Yiming, district mayor of Binhai New Area, signed the agreement on behalf of the two sides.", 249, 384]
// rows: 2
MATCH (e:Meeting|Agreement)-[r:REPORTED_IN]->(a:Article {id: $article})
RETURN e.id AS event, e.date AS date, r.quote AS quote, r.start AS start, r.`end` AS stop
ORDER BY start, event
