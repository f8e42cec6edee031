// parameters: id
// columns:
// Take the write lock of the edition: writers that read before they write wait for each other.
MERGE (e:Edition {id: $id})
ON CREATE SET e.number = 0
ON MATCH SET e.number = e.number
