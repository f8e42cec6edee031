// parameters:
// columns: name
// The constraints and indexes that are there.
SHOW INDEXES YIELD name RETURN name
