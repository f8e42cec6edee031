// question: What did an institution sign or announce, and with whom?
// question_zh: 某机构签署或宣布了哪些协议，与谁？
// about: agreements
// parameters:
//   body: {type: string, sample: "河北工业大学", meaning: "Name or id of an institution", meaning_zh: 机构名称或编号}
// columns: [agreement, date, status, subject, id, partner]
// answer:
// - ["g-33e97342dac4", "2022-09-15", "signed", "战略合作协议", "i-gov-131000", "廊坊市人民政府"]
// rows: 1
MATCH (i:Institution)-[s:SIGNED_AGREEMENT]-(b:Institution|District)
WHERE ($body IN [i.id, i.name, i.name_en] OR $body IN i.aliases)
RETURN s.event AS agreement, s.date AS date, s.status AS status, s.subject AS subject, b.id AS id, b.name AS partner
ORDER BY agreement, partner, id
