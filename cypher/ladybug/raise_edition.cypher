// parameters: id
// columns:
// One more transaction.
MERGE (e:Edition {id: $id})
ON CREATE SET e.number = 1
ON MATCH SET e.number = e.number + 1
