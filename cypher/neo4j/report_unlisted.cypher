// parameters: ids
// columns: what, number
// How many institutions and districts there are but for these ids.
MATCH (n:Institution) WHERE NOT n.id IN $ids
RETURN 'institution' AS what, count(n) AS number
UNION ALL
MATCH (n:District) WHERE NOT n.id IN $ids
RETURN 'district' AS what, count(n) AS number
