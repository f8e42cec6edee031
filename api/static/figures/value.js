// One value of an answer in Cypher as a reader wants it: names and ids as links, dates as the language writes them.

import { el } from "../elements.js";
import { number, when, words } from "../language.js";
import { called, eventLink, link } from "../parts.js";

// Columns of the cookbook that hold the names of entities.
const NAMED = new Set(["body", "broker", "company", "district", "host", "institution", "name", "other", "other_province", "part", "partner", "party", "person", "province",
  "university", "visitor"]);
const ID = /^([pidmga])-[0-9a-z][0-9a-z-]*$/;
const DATE = /^(\d{4}-\d\d(-\d\d)?|XXXX-\d\d-\d\d)$/;

// What a column counts or tells of, from its name with what the page has a word for.
const wordsOf = { status: () => words.status, other_status: () => words.status, grade: () => words.grade, role: () => words.eventView.role, side: () => words.eventView.side };

// The id of whom a name stands for, where the column beside it tells.
function beside({ columns, row, place }) {
  return [place - 1, place + 1].filter((each) => columns[each] === "id").map((each) => row[each])[0];
}

// columns: the names of all; row: the values; place: which.
export function value(columns, row, place) {
  const given = row[place];
  if (given === null) return null;
  if (typeof given === "string") return text(given, { columns, row, place });
  if (typeof given === "number") return number(given);
  return plain(given);
}

function text(given, around) {
  const column = around.columns[around.place];
  const [, kind] = ID.exec(given) ?? [];
  if (kind) return idLink(kind, given, around);
  if (NAMED.has(column)) return link({ view: "entity", id: beside(around) ?? given }, given);
  if (DATE.test(given)) return when(given);
  return wordsOf[column]?.()[given] ?? given;
}

function idLink(kind, id, { columns, row }) {
  const at = (column) => (columns.includes(column) ? row[columns.indexOf(column)] : null);
  const state = { m: { view: "event", id }, g: { view: "event", id }, a: { view: "article", id, start: at("start"), end: at("stop") } }[kind] ?? { view: "entity", id };
  return link(state, el("code", {}, id));
}

// What a query of one's own may give: nodes, ties, paths, lists and maps.
function plain(given) {
  if (Array.isArray(given)) return given.flatMap((each, place) => [place ? words.comma : null, plain(each)]);
  if (given === null || typeof given !== "object") return typeof given === "number" ? number(given) : String(given);
  if (given.label && given.properties) return node(given);
  if (given.type && given.properties) return words.tie[given.type.toLowerCase()] ?? given.type;
  if (given.nodes && given.edges) return given.nodes.flatMap((each, place) => [place ? " → " : null, plain(each)]);
  return JSON.stringify(given);
}

function node({ label, properties }) {
  if (label === "Article") return link({ view: "article", id: properties.id }, properties.title ?? words.untitled);
  if (label === "Meeting" || label === "Agreement") return eventLink(properties);
  if (properties.name) return link({ view: "entity", id: properties.id }, called(properties));
  return properties.id ?? label;
}

// What an answer's value is sorted by: nothing is before everything.
export const sortedBy = (given, numeric) => (numeric ? given ?? -Infinity : typeof given === "string" ? given : given === null ? "" : JSON.stringify(given));
