// parameters:
// columns:
// The table of a label.
CREATE NODE TABLE IF NOT EXISTS `«label»`(«columns», PRIMARY KEY (`id`))
