// Institutions, or districts, against districts: who shares how many events with which.

import { ask } from "../client.js";
import { el } from "../elements.js";
import { matrix } from "../figures/matrix.js";
import { words } from "../language.js";
import { called, names } from "../parts.js";
import { change } from "../state.js";

const LIMIT = 25;
const ROWS = ["institution", "district"];
const KINDS = ["all", "meeting", "agreement"];
const LEVELS = ["none", "city", "province"];

export async function show(state, signal) {
  const [rows, of, level] = [[ROWS, state.rows], [KINDS, state.of], [LEVELS, state.level]].map(([allowed, given]) => (allowed.includes(given) ? given : allowed[0]));
  const found = await ask("stats/matrix", { rows, kind: of === "all" ? null : of, roll_up: level === "none" ? null : level, limit: LIMIT }, signal);
  const heads = found.columns.map((district) => ({ text: called(district), title: names(district).filter(Boolean).join(" · ") }));
  const to = (entity, place) => ({ view: "events", entity: entity.id, district: found.columns[place].id });
  const select = (name, value, allowed, word, text) => el("label", { class: "inline" }, text, " ",
    el("select", { name, onchange: (event) => change({ [name]: event.target.value }) }, allowed.map((each) => el("option", { value: each, selected: each === value }, word[each]))));
  return {
    title: words.figures.allDistricts,
    content: [
      el("h2", {}, words.figures.allDistricts),
      el("div", { class: "row" }, select("rows", rows, ROWS, words.figures.rows, words.figures.rowsLabel), select("of", of, KINDS, words.figures.of, words.figures.counted),
        select("level", level, LEVELS, words.figures.level, words.figures.levelLabel)),
      found.rows.length ? matrix(words.figures.shared, heads, found.rows.map((entity, place) => ({ entity, counts: found.counts[place] })), to) : el("p", {}, words.noEvents),
      found.truncated ? el("p", { class: "quiet" }, words.figures.truncated(LIMIT)) : null,
    ],
  };
}
