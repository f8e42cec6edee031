// parameters: id
// columns:
// Take the write lock of the edition: writers that read before they write wait for each other. It is taken by writing
// a property that nobody reads; writing the number to itself would put back what was read before the wait.
MERGE (e:Edition {id: $id})
ON CREATE SET e.number = 0
SET e.locked = true
REMOVE e.locked
