// parameters: id
// columns:
// One more transaction.
MATCH (e:Edition {id: $id})
SET e.number = e.number + 1
