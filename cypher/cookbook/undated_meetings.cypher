// question: Of which meetings does no article tell the year?
// question_zh: 哪些会面没有文章写明年份？
// about: meetings
// parameters: {}
// columns: [meeting, date, articles, quote]
// answer:
// - ["m-4d66be705f91", "XXXX-11-23", 2, "11月23日,北京市科学技术研究院副院长邵锦文与廊坊市固安县委书记付顺义,县委常委、常务副县长张淼通过视频方式座谈,就电子信息、航空航天等产业的科技合作进行交流。"]
// - ["m-5ca2a4aa7e93", "XXXX-12-25", 2, "12月25日,北京理工大学与房山区人民政府在良乡校区举行创新平台集群共建签约仪式。"]
// rows: 2
MATCH (m:Meeting)-[r:REPORTED_IN]->(a:Article)
WHERE m.earliest IS NULL
RETURN m.id AS meeting, m.date AS date, count(DISTINCT a.id) AS articles, min(r.quote) AS quote
ORDER BY meeting
