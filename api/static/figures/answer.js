// The answer to a question in Cypher: a table to be sorted and taken along.

import chinese from "../catalogues/columns-zh.js";
import { el } from "../elements.js";
import { language, words } from "../language.js";
import { lines } from "../takeaway/csv.js";
import { menu, save } from "../takeaway/menu.js";
import { sortable } from "../table.js";
import { sortedBy, value } from "./value.js";

const written = (column) => column.charAt(0).toUpperCase() + column.slice(1).replaceAll("_", " ");

// A column of the cookbook as the language calls it; another as the query does.
export const columnName = (column) => (!(column in chinese) ? column : language === "zh" ? chinese[column] : written(column));

const plain = (given) => (given !== null && typeof given === "object" ? JSON.stringify(given) : given);

// What was asked is in the address, so the menu's link asks it again.
export function answer({ columns, rows, truncated }, entities) {
  const objects = () => rows.map((row) => Object.fromEntries(columns.map((column, place) => [column, row[place]])));
  const ways = {
    csv: () => save(lines([columns, ...rows.map((row) => row.map(plain))]), "text/csv", "csv"),
    json: () => save(`${JSON.stringify(objects(), null, 2)}\n`, "application/json", "json"),
  };
  const said = truncated ? words.cookbook.truncated(rows.length) : words.cookbook.answered(rows.length);
  return [
    el("div", { class: "tools" }, el("p", { class: "count-line" }, said), menu(ways)),
    rows.length ? sortable(words.cookbook.answer, columns.map((_, place) => shown(columns, rows, place, entities)), rows, null) : el("p", { class: "quiet" }, words.cookbook.nothing),
  ];
}

function shown(columns, rows, place, entities) {
  const numeric = rows.every((row) => row[place] === null || typeof row[place] === "number");
  return { head: columnName(columns[place]), of: (row) => sortedBy(columns, row, place, entities, numeric), cell: (row) => value(columns, row, place, entities), numeric };
}
