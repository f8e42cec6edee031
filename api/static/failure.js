// What went wrong, in words, and what may be asked instead: the question goes on with what is chosen.

import { Problem } from "./client.js";
import { el } from "./elements.js";
import { words } from "./language.js";
import { contextOf, kindOf, label, link } from "./parts.js";

const NAMED = ["from", "to", "id", "through", "avoid"];

// Which part of the state bears the name that the problem is about.
function blamed(error, state) {
  const name = error.detail?.match(/^(?:nothing is called |no event has the id )?(['"])(.*?)\1(?: names|;|$)/)?.[2];
  const borne = (each) => [state[each] ?? []].flat().some((given) => given.trim() === name);
  const part = NAMED.find(borne) ?? NAMED.find((each) => state[each]) ?? "id";
  return [part, name ?? state[part] ?? state.centre?.[0] ?? ""];
}

function instead(state, part, name, value) {
  if (part === "avoid") return { ...state, avoid: state.avoid.map((each) => (each.trim() === name ? value : each)) };
  if (part === "id" && !state.id) return { view: "picture", centre: [value] };
  return { ...state, [part]: value };
}

export function failure(error, state) {
  const [part, name] = blamed(error, state);
  const said = { "query-refused": words.cookbook.refused, "query-stopped": words.cookbook.stopped }[error.type?.split("#").at(-1)] ?? { 401: words.keyNeeded, 403: words.forbidden, 404: words.nothing(name), 409: words.ambiguous(name), 410: words.gone,
    422: words.refused, 429: words.tooMany, 503: words.unavailable }[error.status] ?? (error instanceof Problem ? words.wrong : words.failed);
  const choices = error.candidates?.map((each) => el("li", {}, link(instead(state, part, name, each.id), ...label(each)), kindOf(each), contextOf(each)))
    ?? error.near?.map((near) => el("li", {}, link(state[part] ? instead(state, part, name, near) : { view: "search", q: near }, near)));
  const explained = [403, 422, 500].includes(error.status) ? error.message : null;
  return {
    title: words.wrong,
    said,
    content: [
      el("h2", { class: "error" }, said),
      explained ? el("p", { class: "quiet", lang: "en" }, explained) : null,
      error.near?.length ? el("p", {}, words.near) : null,
      choices?.length ? el("ul", { class: "results" }, choices) : null,
      error instanceof Problem ? null : el("p", {}, el("button", { type: "button", onclick: () => location.reload() }, words.again)),
    ],
  };
}
