// Everything that a name may stand for.

import { ask } from "../client.js";
import { el } from "../elements.js";
import { words } from "../language.js";
import { contextOf, cut, kindOf, label, link, names } from "../parts.js";

export async function show({ q }, signal) {
  const { items } = await ask("search", { q }, signal);
  return {
    title: q,
    said: words.found(items.length),
    content: items.length
      ? [el("h2", {}, words.resultsFor(q)), el("ol", { class: "results" }, items.map(result))]
      : [el("h2", {}, words.resultsFor(q)), el("p", {}, words.nothing(q)), el("p", { class: "quiet" }, words.nothingHint)],
  };
}

const result = (hit) => el("li", {},
  link({ view: "picture", centre: [hit.id] }, ...label(hit)), kindOf(hit), contextOf(hit),
  names(hit).includes(hit.matched) ? null : el("span", { class: "quiet" }, words.matched(cut(hit.matched))),
  link({ view: "entity", id: hit.id }, words.page));
