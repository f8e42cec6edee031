// What the page shows, all of it, in the hash of its address: #view=picture&centre=p-1,i-2&since=2024.
// So a link restores the whole view, and the browser's Back undoes each step, hiding and pinning included.

const LISTS = ["centre", "hidden", "pinned", "edge", "grade", "kind", "without", "avoid"];
// A name in a list may have a comma in it.
const join = (values) => values.map((each) => each.replaceAll(",", "%2C")).join(",");
const split = (text) => text.split(",").map((each) => each.replaceAll("%2C", ","));

export function read(hash = location.hash) {
  const state = { view: "start" };
  for (const [name, value] of new URLSearchParams(hash.slice(1))) {
    if (value) state[name] = LISTS.includes(name) ? split(value) : value;
  }
  return state;
}

export function address(state) {
  const given = Object.entries(state).map(([name, value]) => [name, Array.isArray(value) ? join(value) : value ?? ""]);
  return `#${new URLSearchParams(given.filter(([name, value]) => value !== "" && !(name === "view" && value === "start")))}`;
}

const listeners = [];
export const onChange = (listener) => listeners.push(listener);

function tell(focus) {
  for (const listener of listeners) listener(read(), focus);
}

// Another view.
export function go(state) {
  history.pushState(null, "", address(state));
  tell(true);
}

// A step within the view, which undo() takes back. Steps of one kind in a row (a slider that is drawn) are one.
export function change(part, kind = null) {
  const { steps = 0, kind: last } = history.state ?? {};
  const next = address({ ...read(), ...part });
  if (next === (location.hash || "#")) return;
  if (kind !== null && kind === last) history.replaceState({ steps, kind }, "", next);
  else history.pushState({ steps: steps + 1, kind }, "", next);
  tell(false);
}

// What is no step: which tie is looked at.
export function settle(part) {
  history.replaceState(history.state, "", address({ ...read(), ...part }));
  tell(false);
}

// Steps back that the browser has yet to take: a second press must not lead out of the view.
let asked = 0;
export const undoable = () => (history.state?.steps ?? 0) > asked;
export function undo() {
  if (!undoable()) return;
  asked += 1;
  history.back();
}

// The addresses of version 0.1: ?entity=p-1, ?from=…&to=…, ?article=…, ?q=….
export function takeOverOldAddress() {
  if (!location.search) return;
  const { entity, article, ...rest } = Object.fromEntries(new URLSearchParams(location.search));
  const view = article ? "article" : rest.from ? "path" : entity ? "entity" : rest.q ? "search" : "start";
  history.replaceState(null, "", `/${address({ view, id: article ?? entity, ...rest })}`);
}

// A link that was followed, or the browser's Back.
addEventListener("popstate", () => {
  asked = 0;
  tell(true);
});
