// The page: a search, an entity with whom it met and agreed, a path between two names, an article. Its address holds its
// state, form fields included, so that going back and loading again show the same.

import { el, external, marked } from "./elements.js";
import { language, speak, words } from "./language.js";
import { agreement, aliases, contextOf, encounter, entityLink, kindOf, label, link, nameOf, names, postLine, sentence } from "./parts.js";

const ID = /^[pid]-[0-9a-z-]+$/;

const main = document.getElementById("main");
const status = document.getElementById("status");
const searchForm = document.getElementById("search");
const pathForm = document.getElementById("path");
const languageButton = document.getElementById("language");

let request = new AbortController();

// Asking

class Problem extends Error {
  constructor(body) {
    super(body.detail);
    Object.assign(this, body);
  }
}

async function ask(path, parameters = {}) {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== null));
  const response = await fetch(`/v1/${path}?${query}`, { signal: request.signal });
  const body = await response.json();
  if (!response.ok) throw new Problem(body);
  return body;
}

// Views

async function welcome() {
  const { nodes } = await ask("stats");
  show("Jingjinji", el("p", { class: "quiet" }, Object.keys(nodes).length ? words.totals(nodes) : words.empty),
    el("p", {}, words.welcome));
}

async function results(q) {
  const { items } = await ask("search", { q });
  show(q, items.length ? el("ol", { class: "results" }, items.map((hit) => el("li", {}, entityLink(hit), kindOf(hit), contextOf(hit),
    names(hit).includes(hit.matched) ? null : el("span", { class: "quiet" }, words.matched(hit.matched)))))
    : el("p", {}, words.nothing(q)));
  status.textContent = words.found(items.length);
}

async function entity(id) {
  const path = `entities/${encodeURIComponent(id)}`;
  const [found, met] = await Promise.all([ask(path), ask(`${path}/met`)]);
  const agreed = found.counts.agreements ? await ask("agreements", { entity: found.id }) : { items: [], next: null };
  const counts = [words.times(found.counts.meetings), words.agreements(found.counts.agreements), words.articles(found.counts.articles)];
  show(names(found)[0],
    el("h2", {}, ...label(found), kindOf(found)),
    aliases(found),
    el("p", {}, counts.join(" · "), " · ", el("button", { type: "button", onclick: () => startPath(found) }, words.pathFrom)),
    el("h3", {}, words.metHeading),
    met.items.length ? list(encounter, met, `${path}/met`) : el("p", {}, words.metNobody),
    agreed.items.length ? [el("h3", {}, words.agreementsHeading), list(agreement, agreed, "agreements", { entity: found.id })] : null,
    found.posts.length ? [el("h3", {}, words.posts),
      el("ul", { class: "posts" }, found.posts.slice(0, 30).map((post) => postLine(post, found)))] : null);
}

// A page of items, each made by part(item, open), and a button for the rest.
function list(part, page, path, parameters = {}) {
  const shown = el("div", {}, page.items.map((item, place) => part(item, place === 0)));
  return [shown, more(part, page.next, path, parameters, shown)];
}

function more(part, cursor, path, parameters, shown) {
  if (!cursor) return null;
  const button = el("button", { type: "button", onclick: async () => {
    const page = await ask(path, { ...parameters, cursor });
    const added = page.items.map((item) => part(item, false));
    shown.append(...added);
    button.replaceWith(more(part, page.next, path, parameters, shown) ?? "");
    added[0]?.querySelector("summary").focus();
  } }, words.more);
  return button;
}

function startPath(found) {
  pathForm.elements.from.value = names(found)[0];
  pathForm.dataset.from = found.id;
  pathForm.elements.to.focus();
}

async function path(from, to) {
  const { paths, truncated, absence } = await ask("paths", { from, to, mode: "all" });
  const chains = paths.map((found) => el("section", { class: "chain" },
    el("h3", {}, words.hops(found.length)),
    el("ol", {}, found.nodes.map((node, place) => el("li", {}, el("p", {}, entityLink(node), kindOf(node)),
      place < found.hops.length ? hop(found.hops[place]) : null)))));
  const ends = paths.length ? [paths[0].nodes[0], paths[0].nodes.at(-1)].map((node) => names(node)[0]) : [from, to];
  show(ends.join(" → "), el("h2", {}, ends.join(" → ")),
    paths[0]?.length === 0 ? el("p", {}, words.samePerson) : null,
    chains.length ? chains : [el("p", {}, words.noPath), absence ? whyNone(absence, ends) : null]);
  status.textContent = words.paths(paths.length, truncated);
}

// What would have to be asked for otherwise, and how much the graph knows: so that no path can be told from no data.
function whyNone({ relaxed, wider, reached, coverage }, ends) {
  const articles = coverage.reduce((sum, each) => sum + each.articles, 0);
  const years = coverage.map((each) => each.year).filter(Boolean).sort();
  return el("ul", { class: "quiet" },
    relaxed.filter((each) => each.parameter === "max_hops").map((each) => el("li", {}, words.longer(words.hops(each.length)))),
    wider ? el("li", {}, words.wider(wider.edges.map((edge) => words.tie[edge]).join(words.comma), words.hops(wider.length))) : null,
    reached.map((each, place) => el("li", {}, words.reach(nameOf(ends[place]) ?? ends[place], each.by_hops.reduce((sum, n) => sum + n, 0) - 1))),
    el("li", {}, words.coverage(words.articles(articles), [...new Set([years[0], years.at(-1)])].filter(Boolean).join(words.until))));
}

function hop(tie) {
  const relation = [words.tie[tie.type], tie.title].filter(Boolean).join(words.colon);
  return el("details", { open: true }, el("summary", {}, relation, el("span", { class: "count" }, words.count(tie.events.length))),
    el("ul", {}, tie.events.slice(0, 5).map(sentence)));
}

async function article(id, start, end) {
  const found = await ask(`articles/${encodeURIComponent(id)}`);
  const span = end ? { start: Number(start), end: Number(end) } : found.spans.find((each) => each.kind === "meeting");
  const title = found.title ?? words.untitled;
  const mentioned = new Map(found.spans.filter((each) => each.name).map((each) => [each.id, each]));
  show(title, el("h2", { lang: found.lang }, title),
    el("p", { class: "quiet" }, [found.source, found.published].filter(Boolean).join(" · "), " ", external(found.url, words.original)),
    el("div", { class: "article", lang: found.lang }, span ? marked(found.text, span.start, span.end) : found.text),
    el("ul", { class: "mentioned" }, [...mentioned.values()].map((each) => el("li", {}, entityLink(each)))));
  document.getElementById("quote")?.scrollIntoView({ block: "center" });
}

// The question that was asked goes on with what is chosen in place of the name that it failed on.
function failure(error, state) {
  const asked = error.detail?.match(/^(?:nothing is called )?(['"])(.*?)\1(?: names|;|$)/)?.[2] ?? state.get("entity") ?? "";
  const part = ["from", "to", "entity"].find((each) => state.get(each)?.trim() === asked) ?? "entity";
  const instead = (value) => ({ ...Object.fromEntries(state), [part]: value });
  if (error.status === 404 || error.status === 409 || error.status === 410) {
    const choices = error.candidates?.map((each) => el("li", {}, link(instead(each.id), ...label(each)), kindOf(each), contextOf(each)))
      ?? error.near?.map((name) => el("li", {}, link(part === "entity" ? { q: name } : instead(name), name))) ?? [];
    const said = { 404: words.nothing(asked), 409: words.ambiguous(asked), 410: words.gone }[error.status];
    return [el("p", {}, said), error.near?.length ? el("p", {}, words.near) : null, el("ul", { class: "results" }, choices)];
  }
  const said = error.status === 503 ? words.unavailable : error instanceof Problem ? words.wrong : words.failed;
  return [el("p", { class: "error" }, said), error instanceof Problem ? el("p", { class: "quiet" }, error.message) : null];
}

// Moving around

function show(title, ...content) {
  document.title = title === "Jingjinji" ? title : `${title} · Jingjinji`;
  main.replaceChildren(...content.flat(Infinity).filter(Boolean));
}

const VIEWS = [
  ["article", (state) => article(state.get("article"), state.get("start"), state.get("end"))],
  ["from", (state) => path(state.get("from"), state.get("to") ?? "")],
  ["entity", (state) => entity(state.get("entity"))],
  ["q", (state) => results(state.get("q"))],
  [null, welcome],
];

// The fields say what the address says; where it has an id, the field shows the name.
function fill() {
  const state = new URLSearchParams(location.search);
  searchForm.elements.q.value = state.get("q") ?? "";
  for (const end of ["from", "to"]) {
    const value = state.get(end) ?? "";
    if (ID.test(value)) pathForm.dataset[end] = value;
    else delete pathForm.dataset[end];
    pathForm.elements[end].value = ID.test(value) ? nameOf(value) ?? "" : value;
  }
}

// The names of ids, asked for where no answer told them: one end of a path was found, the other not.
async function nameEnds() {
  const ends = Object.entries(pathForm.dataset);
  await Promise.allSettled(ends.map(async ([, id]) => nameOf(id) ?? names(await ask(`entities/${id}`))));
  for (const [end, id] of ends) if (pathForm.dataset[end] === id) pathForm.elements[end].value = nameOf(id) ?? id;
}

async function render(focus) {
  request.abort();
  request = new AbortController();
  const { signal } = request;
  const state = new URLSearchParams(location.search);
  const [, view] = VIEWS.find(([key]) => key === null || state.has(key));
  main.setAttribute("aria-busy", "true");
  status.textContent = words.loading;
  try {
    await view(state);
    if (status.textContent === words.loading) status.textContent = "";
  } catch (error) {
    if (signal.aborted) return;
    show("Jingjinji", failure(error, state));
    status.textContent = "";
  }
  await nameEnds();
  if (signal.aborted) return;
  main.removeAttribute("aria-busy");
  if (focus) main.focus({ preventScroll: true });
}

function go(state) {
  history.pushState(null, "", state ? `?${new URLSearchParams(state)}` : "/");
  scrollTo(0, 0);
  fill();
  render(true);
}

function translate() {
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = words[element.dataset.word];
  for (const input of document.querySelectorAll("[data-label]")) {
    input.setAttribute("aria-label", words[input.dataset.label]);
    input.placeholder = words[input.dataset.label];
  }
  languageButton.textContent = words.other;
}

searchForm.addEventListener("submit", (event) => {
  event.preventDefault();
  go({ q: searchForm.elements.q.value.trim() });
});
pathForm.addEventListener("submit", (event) => {
  event.preventDefault();
  const asked = (end) => pathForm.dataset[end] ?? pathForm.elements[end].value.trim();
  go({ from: asked("from"), to: asked("to") });
});
for (const end of ["from", "to"]) pathForm.elements[end].addEventListener("input", () => delete pathForm.dataset[end]);
document.addEventListener("click", (event) => {
  const anchor = event.target.closest("a[data-state], a[data-home]");
  if (!anchor || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  go("home" in anchor.dataset ? null : Object.fromEntries(new URL(anchor.href).searchParams));
});
languageButton.addEventListener("click", () => {
  speak(language === "zh" ? "en" : "zh");
  translate();
  render(false);
});
addEventListener("popstate", () => {
  fill();
  render(false);
});

translate();
fill();
render(false);
