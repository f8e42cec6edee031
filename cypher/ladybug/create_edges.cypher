// parameters:
// columns:
// The table of a type, for all pairs of labels that it joins.
CREATE REL TABLE IF NOT EXISTS `«type»`(«pairs»«columns»)
