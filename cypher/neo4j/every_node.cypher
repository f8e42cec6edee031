// parameters:
// columns:
// All nodes of a label, whole.
MATCH (n:`«label»`) RETURN «columns»
