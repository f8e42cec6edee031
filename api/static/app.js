// The page: a search, an entity with whom it met, a path between two names, an article. Its address holds its state.

import { el, external, marked } from "./elements.js";
import { WORDS } from "./words.js";

const main = document.getElementById("main");
const status = document.getElementById("status");
const searchForm = document.getElementById("search");
const pathForm = document.getElementById("path");
const languageButton = document.getElementById("language");

let language = localStorage.getItem("language") ?? (navigator.language.startsWith("zh") ? "zh" : "en");
let words = WORDS[language];
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

// Names and dates

const names = (entity) => {
  const [first, second] = language === "zh" ? [entity.name_zh, entity.name_en] : [entity.name_en, entity.name_zh];
  return [first ?? second ?? entity.name, first && second && first !== second ? second : null];
};

const label = (entity) => {
  const [first, second] = names(entity);
  return [el("span", { class: "name" }, first), second ? el("span", { class: "second" }, ` ${second}`) : null];
};

const link = (state, ...children) => el("a", { href: `?${new URLSearchParams(state)}`, "data-state": true }, ...children);
const entityLink = (entity) => link({ entity: entity.id }, ...label(entity));
const kindOf = (entity) => el("span", { class: "kind" }, words.kind[entity.kind]);
const when = (date) => {
  if (!date) return words.undated;
  const shown = date.replaceAll("XXXX-", "").replace("/", words.until).replaceAll("..", "…");
  return date.includes("XXXX") ? `${shown} ${words.someYear}` : shown;
};

// Parts of answers

function sentence(event) {
  const facts = [when(event.date), words.grade[event.grade], event.subject, event.reports > 1 ? words.reports(event.reports) : null];
  return el("li", { class: "event" },
    el("p", { class: "facts" }, facts.filter(Boolean).join(" · ")),
    event.quotes.length ? null : el("p", { class: "quiet" }, words.unquoted),
    ...event.quotes.flatMap((quote, i) => [
      el("blockquote", { lang: quote.article.lang }, quote.quote),
      quote.article.id === event.quotes[i + 1]?.article.id ? null : source(quote),
    ]));
}

function source({ article, start, end }) {
  const title = article.title ?? article.source ?? words.untitled;
  return el("p", { class: "source" },
    link({ article: article.id, start, end }, title),
    article.published ? ` · ${article.published}` : null,
    article.url ? " · " : null, external(article.url, words.original));
}

function encounter(met, open) {
  return el("details", { open },
    el("summary", {}, ...label(met.entity), el("span", { class: "count" }, words.times(met.count)),
      el("span", { class: "quiet" }, [...new Set([met.first, met.last])].filter(Boolean).join(" – "))),
    el("p", {}, link({ entity: met.entity.id }, words.open(names(met.entity)[0]))),
    el("ul", {}, met.events.map(sentence)));
}

function postLine(post, entity) {
  const tenure = [...new Set([post.earliest, post.latest])].filter(Boolean).join(" – ");
  const other = post.person.id === entity.id ? post.body : post.person;
  return el("li", {}, post.title, " · ", entityLink(other), tenure ? el("span", { class: "quiet" }, ` ${tenure}`) : null);
}

// Views

async function welcome() {
  const { nodes } = await ask("stats");
  show("Jingjinji", el("p", { class: "quiet" }, Object.keys(nodes).length ? words.totals(nodes) : words.empty),
    el("p", {}, words.welcome));
}

async function results(q) {
  const { items } = await ask("search", { q });
  show(q, items.length ? el("ol", { class: "results" }, items.map((hit) => el("li", {}, entityLink(hit), kindOf(hit),
    names(hit).includes(hit.matched) ? null : el("span", { class: "quiet" }, hit.matched))))
    : el("p", {}, words.nothing(q)));
  status.textContent = words.found(items.length);
}

async function entity(id) {
  const path = `entities/${encodeURIComponent(id)}`;
  const [found, met] = await Promise.all([ask(path), ask(`${path}/met`)]);
  const [first, second] = names(found);
  const others = found.aliases.filter((alias) => alias !== first && alias !== second);
  const counts = [words.times(found.counts.meetings), words.agreements(found.counts.agreements), words.articles(found.counts.articles)];
  const list = el("div", { class: "encounters" }, met.items.map((item, place) => encounter(item, place === 0)));
  show(first,
    el("h2", {}, ...label(found), kindOf(found)),
    others.length ? el("p", { class: "quiet" }, `${words.aliases} ${others.join(" · ")}`) : null,
    el("p", {}, counts.join(" · "), " · ", el("button", { type: "button", onclick: () => startPath(found) }, words.pathFrom)),
    found.posts.length ? el("h3", {}, words.posts) : null,
    found.posts.length ? el("ul", { class: "posts" }, found.posts.slice(0, 30).map((post) => postLine(post, found))) : null,
    el("h3", {}, words.metHeading),
    met.items.length ? list : el("p", {}, words.metNobody),
    more(`${path}/met`, met.next, list));
}

function more(path, cursor, list) {
  if (!cursor) return null;
  const button = el("button", { type: "button", onclick: async () => {
    const page = await ask(path, { cursor });
    const added = page.items.map((item) => encounter(item, false));
    list.append(...added);
    button.replaceWith(more(path, page.next, list) ?? "");
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
  const { paths, truncated } = await ask("paths", { from, to, mode: "all" });
  const chains = paths.map((found) => el("section", { class: "chain" },
    el("h3", {}, words.hops(found.length)),
    el("ol", {}, found.nodes.map((node, place) => el("li", {}, el("p", {}, entityLink(node), kindOf(node)),
      place < found.hops.length ? hop(found.hops[place]) : null)))));
  const ends = paths.length ? [paths[0].nodes[0], paths[0].nodes.at(-1)].map((node) => names(node)[0]) : [from, to];
  show(ends.join(" → "), el("h2", {}, ends.join(" → ")),
    paths[0]?.length === 0 ? el("p", {}, words.samePerson) : null,
    chains.length ? chains : el("p", {}, words.noPath));
  status.textContent = truncated ? `${words.found(paths.length)}+` : words.found(paths.length);
}

function hop(tie) {
  const relation = [words.tie[tie.type], tie.title].filter(Boolean).join(": ");
  return el("details", { open: true }, el("summary", {}, `${relation} (${tie.events.length})`),
    el("ul", {}, tie.events.slice(0, 5).map(sentence)));
}

async function article(id, start, end) {
  const found = await ask(`articles/${encodeURIComponent(id)}`);
  const span = end ? { start: Number(start), end: Number(end) } : found.spans.find((each) => each.kind === "meeting");
  const title = found.title ?? words.untitled;
  const mentioned = new Map(found.spans.filter((each) => each.name).map((each) => [each.id, each.name]));
  show(title, el("h2", { lang: found.lang }, title),
    el("p", { class: "quiet" }, [found.source, found.published].filter(Boolean).join(" · "), " ", external(found.url, words.original)),
    el("div", { class: "article", lang: found.lang }, span ? marked(found.text, span.start, span.end) : found.text),
    el("ul", { class: "mentioned" }, [...mentioned].map(([entityId, name]) => el("li", {}, link({ entity: entityId }, name)))));
  document.getElementById("quote")?.scrollIntoView({ block: "center" });
}

function failure(error, asked) {
  if (error.status === 404 || error.status === 409 || error.status === 410) {
    const choices = error.candidates?.map((each) => el("li", {}, entityLink(each), kindOf(each)))
      ?? error.near?.map((name) => el("li", {}, link({ q: name }, name))) ?? [];
    const said = { 404: words.nothing(asked), 409: words.ambiguous(asked), 410: words.gone }[error.status];
    return [el("p", {}, said), error.near?.length ? el("p", {}, words.near) : null, el("ul", { class: "results" }, choices)];
  }
  const said = error.status === 503 ? words.unavailable : error instanceof Problem ? words.wrong : words.failed;
  return [el("p", { class: "error" }, said), error instanceof Problem ? el("p", { class: "quiet" }, error.message) : null];
}

// Moving around

function show(title, ...content) {
  document.title = title === "Jingjinji" ? title : `${title} · Jingjinji`;
  main.replaceChildren(...content.flat().filter(Boolean));
}

const VIEWS = [
  ["article", (state) => article(state.get("article"), state.get("start"), state.get("end"))],
  ["from", (state) => path(state.get("from"), state.get("to") ?? "")],
  ["entity", (state) => entity(state.get("entity"))],
  ["q", (state) => results(state.get("q"))],
  [null, welcome],
];

async function render(focus) {
  request.abort();
  request = new AbortController();
  const { signal } = request;
  const state = new URLSearchParams(location.search);
  for (const name of ["from", "to"]) if (state.has(name)) pathForm.elements[name].value ||= state.get(name);
  const [, view] = VIEWS.find(([key]) => key === null || state.has(key));
  main.setAttribute("aria-busy", "true");
  status.textContent = words.loading;
  try {
    await view(state);
    if (status.textContent === words.loading) status.textContent = "";
  } catch (error) {
    if (signal.aborted) return;
    const asked = error.detail?.match(/^(?:nothing is called )?'(.*?)'/)?.[1] ?? state.get("entity") ?? state.get("from") ?? "";
    show("Jingjinji", failure(error, asked));
    status.textContent = "";
  }
  main.removeAttribute("aria-busy");
  if (focus) main.focus({ preventScroll: true });
}

function go(state) {
  history.pushState(null, "", state ? `?${new URLSearchParams(state)}` : "/");
  scrollTo(0, 0);
  render(true);
}

function translate() {
  words = WORDS[language];
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
  go({ from: pathForm.dataset.from ?? pathForm.elements.from.value.trim(), to: pathForm.elements.to.value.trim() });
});
pathForm.elements.from.addEventListener("input", () => delete pathForm.dataset.from);
document.addEventListener("click", (event) => {
  const anchor = event.target.closest("a[data-state], a[data-home]");
  if (!anchor || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  go("home" in anchor.dataset ? null : Object.fromEntries(new URL(anchor.href).searchParams));
});
languageButton.addEventListener("click", () => {
  language = language === "zh" ? "en" : "zh";
  localStorage.setItem("language", language);
  translate();
  render(false);
});
addEventListener("popstate", () => render(false));

translate();
render(false);
