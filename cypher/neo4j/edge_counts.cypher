// parameters: ids
// columns: id, number
// How many edges hang on each entity or event, but those to articles.
MATCH (n:Person|Institution|District|Meeting|Agreement) WHERE n.id IN $ids
RETURN n.id AS id,
  COUNT { (n)-[:MET|SIGNED_AGREEMENT|HOLDS|ATTENDED|SIGNED|TOOK_PART|PARTY_TO|PART_OF|LOCATED_IN|GOVERNS]-() } AS number
