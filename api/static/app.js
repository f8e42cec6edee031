// The page: which view the address asks for, what it says while it looks and when it fails, and the words around it.

import { onKeyWanted, Unreachable } from "./client.js";
import { el } from "./elements.js";
import { failure } from "./failure.js";
import { askForKey, fillKeyButton } from "./key.js";
import { language, speak, tag, words } from "./language.js";
import { combobox } from "./search.js";
import { go, onChange, read, takeOverOldAddress } from "./state.js";
import * as article from "./views/article.js";
import * as cookbook from "./views/cookbook.js";
import * as entity from "./views/entity.js";
import * as event from "./views/event.js";
import * as events from "./views/events.js";
import * as judgements from "./views/judgements.js";
import * as matrix from "./views/matrix.js";
import * as path from "./views/path.js";
import * as picture from "./views/picture.js";
import * as question from "./views/question.js";
import * as search from "./views/search.js";
import * as start from "./views/start.js";

// What a view cannot do without: where the address does not name it, there is the first page.
const NAMED = { article: "id", entity: "id", event: "id", search: "q" };
const VIEWS = { article, cookbook, entity, event, events, judgements, matrix, path, picture, question, search, start };

// Views that the frame has no link to, and which of its pages they are part of.
const PART_OF = { question: "cookbook" };

const main = document.getElementById("main");
const status = document.getElementById("status");
const form = document.getElementById("search");

let request = new AbortController();
let shown = null;
let rendering = 0;

// A control that stands in the new view too keeps the focus; where it is gone, the view has it.
function display({ title, content, after }) {
  const had = main.contains(document.activeElement);
  const { name, value, tagName } = had ? document.activeElement : {};
  document.title = title ? `${title} · Jingjinji` : "Jingjinji";
  main.replaceChildren(...[content].flat(Infinity).filter((part) => part !== null && part !== undefined));
  if (name) {
    const same = (each) => each.name === name && (each.type !== "checkbox" || each.value === value);
    [...main.querySelectorAll(`${tagName}[name]`)].find(same)?.focus({ preventScroll: true });
  }
  if (had && document.activeElement === document.body) main.focus({ preventScroll: true });
  return after?.();
}

// A view that is there already may take the step itself, so that a picture is not drawn anew for each filter.
async function render(focus) {
  const mine = ++rendering;
  main.dataset.working = "";
  await look(focus);
  if (mine === rendering) delete main.dataset.working;
}

const viewOf = (state) => (state.view in NAMED && !state[NAMED[state.view]] ? start : VIEWS[state.view] ?? start);

async function look(focus) {
  const state = read();
  if (shown?.view === state.view && await shown.update?.(state)) return;
  request.abort();
  request = new AbortController();
  const { signal } = request;
  main.setAttribute("aria-busy", "true");
  status.textContent = words.loading;
  let next;
  try {
    next = await viewOf(state).show(state, signal);
  } catch (error) {
    if (signal.aborted) return;
    next = failure(error, state);
  }
  if (signal.aborted) {
    next.close?.();
    return;
  }
  shown?.close?.();
  shown = { ...next, view: state.view };
  await display(next);
  status.textContent = next.said ?? "";
  tellWhere(state.view);
  form.elements.q.value = state.view === "search" ? state.q ?? "" : "";
  main.removeAttribute("aria-busy");
  if (focus) {
    scrollTo(0, 0);
    main.focus({ preventScroll: true });
  }
}

// Which of the pages of the frame this is.
function tellWhere(view) {
  for (const each of document.querySelectorAll("nav a[href^='#']")) {
    if (read(each.hash).view === (PART_OF[view] ?? view)) each.setAttribute("aria-current", "page");
    else each.removeAttribute("aria-current");
  }
}

function translate() {
  document.documentElement.lang = tag();
  main.dataset.loading = words.loading;
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = words[element.dataset.word];
  for (const element of document.querySelectorAll("[data-label]")) element.setAttribute("aria-label", words[element.dataset.label]);
  for (const element of document.querySelectorAll("[data-placeholder]")) element.placeholder = words[element.dataset.placeholder];
  const button = document.getElementById("language");
  button.textContent = words.other;
  button.lang = language === "zh" ? "en" : "zh-CN";
  fillKeyButton();
}

function redraw() {
  shown?.close?.();
  shown = null;
  return render(false);
}

// The words of the other language come from the server; where they do not, the page stays in its own and says so.
async function speakOther() {
  main.dataset.working = "";
  try {
    await speak(language === "zh" ? "en" : "zh");
  } catch {
    const { content, said } = failure(new Unreachable(), read());
    await display({ title: words.wrong, content });
    status.textContent = said;
    delete main.dataset.working;
    return;
  }
  translate();
  redraw();
}

combobox(form.elements.q, (hit) => go({ view: "picture", centre: [hit.id] }));
form.addEventListener("submit", (event) => {
  event.preventDefault();
  go({ view: "search", q: form.elements.q.value.trim() });
});
document.getElementById("language").addEventListener("click", speakOther);
document.getElementById("key").addEventListener("click", async () => (await askForKey()) !== null && redraw());
document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault();
  main.focus();
});
// Colours are read from the style sheet when a picture is drawn.
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);

onKeyWanted(askForKey);
takeOverOldAddress();
onChange((_, focus) => render(focus));
translate();
render(false);
