// question: Which institutions are named in articles with one, though they did not meet it?
// question_zh: 哪些机构与某机构同见于文章、却没有会面？
// about: evidence
// parameters:
//   body: {type: string, sample: "北京信息科技大学", meaning: "Name or id of an institution", meaning_zh: 机构名称或编号}
// columns: [id, institution, articles]
// answer:
// - ["i-2f496b31dc68", "External Liaison Office of BISTU", 2]
// - ["i-party-110105", "中共朝阳区委员会", 2]
// - ["i-gov-110112", "通州区人民政府", 2]
// rows: 11
MATCH (i:Institution)-[:MENTIONED_IN]->(a:Article)<-[:MENTIONED_IN]-(b:Institution)
WHERE ($body IN [i.id, i.name, i.name_en] OR $body IN i.aliases) AND i.id <> b.id AND NOT EXISTS { MATCH (i)-[:TOOK_PART]->(m:Meeting)<-[:TOOK_PART]-(b) }
RETURN b.id AS id, b.name AS institution, count(DISTINCT a.id) AS articles
ORDER BY articles DESC, institution, id
