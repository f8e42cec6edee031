// parameters: id
// columns: number
// How many transactions changed this store; no row before the first.
MATCH (e:Edition {id: $id}) RETURN e.number AS number
