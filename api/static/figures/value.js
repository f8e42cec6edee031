// One value of an answer in Cypher as a reader wants it: names and ids as links, dates as the language writes them.

import { el } from "../elements.js";
import { number, when, words } from "../language.js";
import { called, eventLink, link } from "../parts.js";
import { idBeside, isNamed } from "./named.js";

const ID = /^([pidmga])-[0-9a-z][0-9a-z-]*$/;
const DATE = /^(\d{4}-\d\d(-\d\d)?|XXXX-\d\d-\d\d)$/;

// What a column counts or tells of, from its name with what the page has a word for.
const wordsOf = { kind: () => words.type, language: () => words.languages, status: () => words.status, other_status: () => words.status, grade: () => words.grade, role: () => words.eventView.role, side: () => words.eventView.side };

// columns: the names of all; row: the values; place: which; entities: those that are named (entitiesOf).
export function value(columns, row, place, entities) {
  const given = row[place];
  if (given === null) return null;
  if (typeof given === "string") return text(given, { columns, row, place }, entities);
  if (typeof given === "number") return number(given);
  return plain(given);
}

function text(given, around, entities) {
  const column = around.columns[around.place];
  const [, kind] = ID.exec(given) ?? [];
  if (kind) return idLink(kind, given, around);
  if (isNamed(column)) return words.type[given] ?? nameLink(given, idBeside(around), entities);
  if (DATE.test(given)) return when(given);
  return wordsOf[column]?.()[given] ?? given;
}

function nameLink(given, id, entities) {
  const found = entities.get(id ?? given) ?? { name: given };
  const shown = called(found);
  return link({ view: "entity", id: id ?? found.id ?? given }, el("span", { title: shown === given ? null : given }, shown));
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

// What an answer's value is sorted by: nothing is before everything, and what is shown in other words by these.
export function sortedBy(columns, row, place, entities, numeric) {
  const given = row[place];
  if (numeric) return given ?? -Infinity;
  if (typeof given !== "string") return given === null ? "" : JSON.stringify(given);
  if (!isNamed(columns[place])) return given;
  const found = entities.get(idBeside({ columns, row, place }) ?? given);
  return found ? called(found) : given;
}
