// parameters:
// columns: id, kind, left, right, verdict, user, made, reason, withdrawn, withdrawn_by, left_name, left_source, right_name, right_source
// All judgements, whether they stand or not, the oldest first. They are made by people, one by one: there are few.
MATCH (j:Judgement)
RETURN j.id AS id, j.kind AS kind, j.`left` AS `left`, j.`right` AS `right`, j.verdict AS verdict, j.`user` AS `user`, j.made AS made,
  j.reason AS reason, j.withdrawn AS withdrawn, j.withdrawn_by AS withdrawn_by,
  j.left_name AS left_name, j.left_source AS left_source, j.right_name AS right_name, j.right_source AS right_source
ORDER BY made, id
