// parameters:
// columns:
// An index that an earlier version made and no question needs.
DROP INDEX `«name»` IF EXISTS
