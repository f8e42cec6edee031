// What there is, before anything was asked.

import { ask } from "../client.js";
import { el } from "../elements.js";
import { period, words } from "../language.js";

export async function show(state, signal) {
  const { nodes, first, last } = await ask("stats", {}, signal);
  const some = Object.keys(nodes).length > 0;
  const days = period(first, last);
  return {
    title: null,
    content: [
      el("h2", {}, words.welcomeHeading),
      el("p", {}, words.welcome),
      el("p", { class: "quiet" }, some ? words.totals(nodes) + (days ? words.ofDays(days) : "") : words.empty),
      el("ul", { class: "hints" }, words.hints.map((hint) => el("li", {}, hint))),
    ],
  };
}
