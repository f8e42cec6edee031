// What the entities of an answer in Cypher are called in the language of the page; the answer has their names as they are stored.

import { Problem, tell } from "../client.js";

// Columns of the cookbook that hold the names of entities.
const NAMED = new Set(["body", "broker", "company", "district", "host", "institution", "name", "other", "other_province", "part", "partner", "party", "person", "province",
  "university", "visitor"]);
const LABELS = { neo4j: "Person|Institution|District", ladybug: "Person:Institution:District" };
const AT_ONCE = 500; // names that are asked for

const query = (dialect) => `MATCH (n:${LABELS[dialect]}) WHERE n.id IN $ids OR n.name IN $names
RETURN n.id AS id, n.name AS name, n.name_zh AS name_zh, n.name_en AS name_en`;

export const isNamed = (column) => NAMED.has(column);

// The id of whom a name stands for, where the column beside it tells.
export const idBeside = ({ columns, row, place }) => [place - 1, place + 1].filter((each) => columns[each] === "id").map((each) => row[each])[0];

// A Map of ids and of names → { id, name, name_zh, name_en }; a name of several has no id and no other name, and where the
// names cannot be asked for there are none.
export async function entitiesOf({ columns, rows }, dialect, signal) {
  const [ids, names] = [new Set(), new Set()];
  for (const row of rows) {
    columns.forEach((column, place) => {
      if (!isNamed(column) || typeof row[place] !== "string") return;
      const id = idBeside({ columns, row, place });
      if (id) ids.add(id);
      else names.add(row[place]);
    });
  }
  const found = new Map();
  if (!ids.size && !names.size) return found;
  const some = (all) => [...all].slice(0, AT_ONCE);
  try {
    const answer = await tell("POST", "cypher", { query: query(dialect), params: { ids: some(ids), names: some(names) } }, signal);
    for (const [id, name, name_zh, name_en] of answer.rows) {
      found.set(id, { id, name, name_zh, name_en });
      found.set(name, found.has(name) ? { name } : found.get(id));
    }
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
  }
  return found;
}
