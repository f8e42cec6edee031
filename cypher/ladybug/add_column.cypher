// parameters:
// columns:
// A column that files of an older version lack.
ALTER TABLE `«table»` ADD IF NOT EXISTS «column»
