// question: Which posts did a person hold, from when to when as far as articles say?
// question_zh: 某人历任何职，文章所见起止何时？
// about: people and institutions
// parameters:
//   who: {type: string, sample: "吕一鸣", meaning: "Name or id of a person", meaning_zh: 人名或编号}
// columns: [person, body, title, since, until, article, quote]
// answer:
// - ["p-8a7cd1e6772e", "滨海新区", "district mayor", "2024-01-12", "2024-01-12", "a-748f2959b99c", "OUYANG Jing, vice president of BOE, and LYU Yiming, district mayor of Binhai New Area, signed the agreement on behalf of the two sides."]
// - ["p-8a7cd1e6772e", "滨海新区人民政府", "head", "2023-03-22", "2023-03-22", "a-5f087d8b530d", "Lyu Yiming, head of the Binhai New Area government, met with the delegation."]
// - ["p-8a7cd1e6772e", "滨海新区人民政府", "区长", "2023-03-22", "2025-09-10", "a-ded9f6acf468", "3月21日,南开大学副校长区少华率队到访滨海新区,滨海新区区长吕一鸣会见代表团一行。"]
// rows: 3
MATCH (p:Person)-[h:HOLDS]->(b:Institution|District)
WHERE ($who IN [p.id, p.name, p.name_en] OR $who IN p.aliases)
RETURN p.id AS person, b.name AS body, h.title AS title, h.earliest AS since, h.latest AS until, h.article AS article, h.quote AS quote
ORDER BY person, body, title
