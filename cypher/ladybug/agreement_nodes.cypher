// parameters: ids
// columns: id, date, earliest, latest, basis, status, subject, kind, code, confidence
// Agreements by id.
UNWIND $ids AS wanted
MATCH (n:Agreement {id: wanted})
RETURN n.id AS id, n.date AS date, n.earliest AS earliest, n.latest AS latest, n.basis AS basis, n.status AS status,
  n.subject AS subject, n.kind AS kind, n.code AS code, n.confidence AS confidence
