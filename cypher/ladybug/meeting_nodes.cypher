// parameters: ids
// columns: id, date, earliest, latest, basis, place, format, size, code, confidence
// Meetings by id.
UNWIND $ids AS wanted
MATCH (n:Meeting {id: wanted})
RETURN n.id AS id, n.date AS date, n.earliest AS earliest, n.latest AS latest, n.basis AS basis, n.place AS place,
  n.format AS format, n.size AS size, n.code AS code, n.confidence AS confidence
