// question: How many meetings and agreements fall in each month?
// question_zh: 每月有多少次会面与协议？
// about: meetings
// parameters: {}
// columns: [month, meetings, agreements]
// answer:
// - ["2022-09", 1, 1]
// - ["2023-03", 1, 0]
// - ["2023-06", 1, 0]
// rows: 17
MATCH (e:Meeting|Agreement)
WHERE left(e.earliest, 7) = left(e.latest, 7)
RETURN left(e.earliest, 7) AS month, count(CASE WHEN e.id STARTS WITH 'm-' THEN e.id END) AS meetings, count(CASE WHEN e.id STARTS WITH 'g-' THEN e.id END) AS agreements
ORDER BY month
