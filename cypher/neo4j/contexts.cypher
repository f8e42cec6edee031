// parameters: ids
// columns: id, type, title, place, name, name_zh, name_en, earliest, latest
// What tells namesakes apart: the posts of persons and the span of days of their events, what bodies are part of, govern or lie in.
MATCH (n:Person)-[r:HOLDS]->(b:Institution|District) WHERE n.id IN $ids
RETURN n.id AS id, 'HOLDS' AS type, r.title AS title, b.id AS place, b.name AS name, b.name_zh AS name_zh, b.name_en AS name_en,
  r.earliest AS earliest, r.latest AS latest
UNION ALL
MATCH (n:Person)-[:ATTENDED|SIGNED]->(e:Meeting|Agreement) WHERE n.id IN $ids
RETURN n.id AS id, 'EVENTS' AS type, null AS title, null AS place, null AS name, null AS name_zh, null AS name_en,
  min(e.earliest) AS earliest, max(e.latest) AS latest
UNION ALL
MATCH (n:Institution|District)-[r:PART_OF|LOCATED_IN|GOVERNS]->(b:Institution|District) WHERE n.id IN $ids
RETURN n.id AS id, type(r) AS type, null AS title, b.id AS place, b.name AS name, b.name_zh AS name_zh, b.name_en AS name_en,
  null AS earliest, null AS latest
