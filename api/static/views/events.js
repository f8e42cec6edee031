// The events that two share, or one alone, in a period: what a cell of a matrix stands for.

import { brief } from "../brief.js";
import { ask, entityPath } from "../client.js";
import { el } from "../elements.js";
import { when, words } from "../language.js";
import { cut, list, nameOf, names } from "../parts.js";

export async function show({ entity, district, since, until }, signal) {
  const parameters = { entity, district, since, until };
  const [page, ...whose] = await Promise.all([ask("events", parameters, signal), ...[entity, district].filter(Boolean).map((id) => nameFor(id, signal))]);
  const title = words.eventsOf(whose.join(" × "));
  return {
    title,
    said: words.found(page.items.length),
    content: [
      el("h2", {}, title),
      since || until ? el("p", { class: "quiet" }, when(`${since ?? ""}/${until ?? ""}`)) : null,
      page.items.length ? list(brief, page, "events", parameters) : el("p", {}, words.noEvents),
    ],
  };
}

const nameFor = async (id, signal) => cut(nameOf(id) ?? names(await ask(entityPath(id), {}, signal))[0]);
