// question: Which agreements are only intended or reported, not seen signed?
// question_zh: 哪些协议只是有意向或被提及，而非当场签署？
// about: agreements
// parameters: {}
// columns: [agreement, status, subject, article, quote]
// answer:
// - ["g-15686f1c09ed", "reported", "合作协议", "a-9b378812e50a", "刘维亮表示,软通动力已与通州区政府签署合作协议,希望更多高校参与城市副中心的数字化建设。"]
// - ["g-31eec9717358", "intended", "framework agreement", "a-2d2b73925202", "The two sides plan to sign a framework agreement on technology transfer next spring."]
// - ["g-4c953cf0ef9b", "reported", "合作协议", "a-ee7a064ab4fc", "曾庆禾指出,此前通州区已与软通动力签署合作协议,今年要把各项任务落到实处。"]
// rows: 7
MATCH (g:Agreement)-[r:REPORTED_IN]->(a:Article)
WHERE g.status <> 'signed'
RETURN g.id AS agreement, g.status AS status, g.subject AS subject, a.id AS article, r.quote AS quote
ORDER BY agreement, article, quote
