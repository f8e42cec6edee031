// What there is, before anything was asked.

import { ask } from "../client.js";
import { el } from "../elements.js";
import { period, words } from "../language.js";
import { eventLink, label, link } from "../parts.js";

const LATEST = 8;
const NAMED = 4;

export async function show(state, signal) {
  const [{ nodes, first, last }, { items }] = await Promise.all([ask("stats", {}, signal), ask("meetings", { limit: LATEST }, signal)]);
  const some = Object.keys(nodes).length > 0;
  const days = period(first, last);
  return {
    title: null,
    content: [
      el("h2", {}, words.welcomeHeading),
      el("p", {}, words.welcome),
      el("p", { class: "quiet" }, some ? words.totals(nodes) + (days ? words.ofDays(days) : "") : words.empty),
      el("ul", { class: "hints" }, words.hints.map((hint) => el("li", {}, hint))),
      some ? el("p", { class: "actions" }, link({ view: "matrix" }, words.figures.allDistricts), link({ view: "judgements" }, words.judging.heading)) : null,
      items.length ? [el("h3", {}, words.latest), el("ul", { class: "results" }, items.map(meeting))] : null,
    ],
  };
}

// Who took part, each a way into the graph: the bodies, else the persons.
function meeting({ id, date, bodies, participants }) {
  const there = bodies.length > 1 ? bodies.map(({ body }) => body) : [...bodies.map(({ body }) => body), ...participants.map(({ person }) => person)];
  return el("li", {}, eventLink({ id, date }), " ",
    there.slice(0, NAMED).flatMap((each, place) => [place ? words.comma : null, link({ view: "picture", centre: [each.id] }, ...label(each))]),
    there.length > NAMED ? el("span", { class: "quiet" }, words.andMore(there.length - NAMED)) : null);
}
