// What went wrong, in words, and what may be asked instead: the question goes on with what is chosen.

import { el } from "./elements.js";
import { askForKey } from "./key.js";
import { words } from "./language.js";
import { contextOf, kindOf, label, link } from "./parts.js";
import { settle } from "./state.js";
import { mayPass, told } from "./trouble.js";

const NAMED = ["from", "to", "id", "through", "avoid"];

// Which part of the state bears the name that the problem is about.
function blamed(error, state) {
  const name = error.detail?.match(/^(?:nothing is called |no [a-z]+ has the id )?(['"])(.*?)\1(?: names|;|$)/)?.[2] ?? error.detail?.match(/^[pidmga]-[0-9a-z-]+(?=: )/)?.[0];
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
  const said = told(error, name);
  const choices = error.candidates?.map((each) => el("li", {}, link(instead(state, part, name, each.id), ...label(each)), kindOf(each), contextOf(each)))
    ?? error.near?.map((near) => el("li", {}, link(state[part] ? instead(state, part, name, near) : { view: "search", q: near }, near)));
  const explained = [403, 422, 500].includes(error.status) ? error.message : null;
  return {
    title: words.wrong,
    said,
    part,
    content: [
      el("h2", { class: "error" }, said),
      explained ? el("p", { class: "quiet" }, words.explained, el("span", { lang: "en" }, explained)) : null,
      (error.status === 404 || error.status === 410) && !error.near?.length ? el("p", { class: "quiet" }, said === words.nothing(name) ? words.nothingHint : words.staleHint) : null,
      error.near?.length ? el("p", {}, words.near) : null,
      choices?.length ? el("ul", { class: "results" }, choices) : null,
      error.status === 401 ? el("p", {}, el("button", { type: "button", name: "use-key", onclick: async () => (await askForKey(error)) && settle({}) }, words.judging.useKey)) : null,
      mayPass(error) ? el("p", {}, el("button", { type: "button", name: "again", onclick: () => settle({}) }, words.again)) : null,
    ],
  };
}
