// parameters:
// columns:
// An index of a property.
CREATE INDEX `«name»` IF NOT EXISTS FOR (n:`«label»`) ON (n.`«property»`)
