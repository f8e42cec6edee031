// parameters:
// columns: id, made, user, withdrawn, withdrawn_by, sealed
// Who was taken out of the graph, the oldest first; whom, only the key tells.
MATCH (s:Suppression)
RETURN s.id AS id, s.made AS made, s.`user` AS `user`, s.withdrawn AS withdrawn, s.withdrawn_by AS withdrawn_by, s.sealed AS sealed
ORDER BY made, id
