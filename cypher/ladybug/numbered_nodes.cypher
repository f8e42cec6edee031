// parameters: lowest, beyond
// columns:
// Nodes of a label whose numbers lie in a range, whole.
MATCH (n:`«label»`) WHERE offset(id(n)) >= $lowest AND offset(id(n)) < $beyond
RETURN «columns»
