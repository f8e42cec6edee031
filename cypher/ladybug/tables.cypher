// parameters:
// columns: name
// Whether the schema is there at all.
CALL show_tables() WHERE name = 'Edition' RETURN name
