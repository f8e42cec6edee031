// parameters:
// columns:
// One node an id, and an index to find it by.
CREATE CONSTRAINT `«name»` IF NOT EXISTS FOR (n:`«label»`) REQUIRE n.id IS UNIQUE
