// parameters:
// columns: id, left, right, verdict, made
// All judgements that stand. They are made by people, one by one: there are few.
MATCH (j:Judgement)
WHERE j.withdrawn IS NULL
RETURN j.id AS id, j.`left` AS `left`, j.`right` AS `right`, j.verdict AS verdict, j.made AS made
