// parameters:
// columns: name
// The columns that a table has.
CALL table_info('«table»') RETURN name
