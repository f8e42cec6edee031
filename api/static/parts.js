// The parts of an answer: an entity's name, an event with its sentences, a post, an agreement.

import { ask } from "./client.js";
import { el, external } from "./elements.js";
import { language, nearest, period, when, words } from "./language.js";
import { address } from "./state.js";
import { told } from "./trouble.js";

const ALIASES_SHOWN = 8;
const LONGEST = 120; // characters of a name in a line: the whole of it is in its tooltip, and among the names on its page
const known = new Map();

// Names and dates

export function names(entity) {
  if (entity.kind) known.set(entity.id, entity);
  const [first, second] = language === "zh" ? [entity.name_zh, entity.name_en] : [entity.name_en, entity.name_zh];
  return [first ?? second ?? entity.name, first && second && first !== second ? second : null];
}

const isLong = (text) => [...text].length > LONGEST;
export const cut = (text) => (isLong(text) ? `${[...text].slice(0, LONGEST - 1).join("")}…` : text);

// What an entity is called in a line of text.
export const called = (entity) => cut(names(entity)[0]);

// The name of an entity that was shown since the page was loaded, or undefined.
export const nameOf = (id) => (known.has(id) ? names(known.get(id))[0] : undefined);

export const label = (entity) => {
  const [first, second] = names(entity);
  const part = (name, kind, before = "") => el("span", { class: kind, title: isLong(name) ? name : null }, before + cut(name));
  return [part(first, "name"), second ? part(second, "second", " ") : null];
};

export const link = (state, ...children) => el("a", { href: address(state) }, ...children);
export const entityLink = (entity) => link({ view: "entity", id: entity.id }, ...label(entity));
export const kindOf = (entity) => el("span", { class: "kind" }, words.kind[entity.kind]);

// Where a link has the id of what was merged into another.
export const moved = (id, found) => (/^[pidmg]-/.test(id) && id !== found.id ? el("p", { class: "quiet" }, words.moved) : null);

export const quiet = (text) => (text ? el("span", { class: "quiet" }, text) : null);

// What tells an entity from its namesakes: its latest post or its place, and the years that it is known from.
export function contextOf({ context }) {
  if (!context) return null;
  const around = context.id ? called(context) : null;
  return quiet([context.title, around, context.article && words.inArticle(context.article), period(context.earliest?.slice(0, 4), context.latest?.slice(0, 4))].filter(Boolean).join(" · "));
}

export function aliases(entity) {
  const shown = names(entity).filter(Boolean);
  const others = [...shown.filter(isLong), ...entity.aliases.filter((alias) => !shown.includes(alias))];
  if (!others.length) return null;
  const rest = others.slice(ALIASES_SHOWN);
  return el("div", { class: "aliases quiet" }, words.aliases + others.slice(0, ALIASES_SHOWN).join(words.comma),
    rest.length ? el("details", {}, el("summary", {}, words.moreNames(rest.length)), rest.join(words.comma)) : null);
}

// What joins two, each kind of tie once.
export const tiesOf = (ties) => [...new Set(ties.map((tie) => words.tie[tie.type]))].join(words.comma);

// Events

export function sentence(event) {
  const facts = [words.status[event.status], words.grade[event.grade], event.subject,
    event.reports > 1 ? words.reports(event.reports) : null].filter(Boolean);
  return el("li", { class: "event" }, el("p", { class: "facts" }, eventLink(event), facts.length ? ` · ${facts.join(" · ")}` : null), quotations(event.quotes));
}

// An event by its day; a post has no page of its own.
export const eventLink = ({ id, date }) => (/^[mg]-/.test(id) ? link({ view: "event", id }, when(date)) : when(date));

export function quotations(quotes) {
  if (!quotes.length) return el("p", { class: "quiet" }, words.unquoted);
  return nearest(quotes).flatMap((quote, place, all) => [
    el("blockquote", { lang: quote.article.lang }, quote.quote),
    quote.article.id === all[place + 1]?.article.id ? null : source(quote),
  ]);
}

function source({ article, start, end }) {
  const title = article.title ?? article.source ?? words.untitled;
  return el("p", { class: "source" },
    link({ view: "article", id: article.id, start, end }, title),
    article.published ? ` · ${when(article.published)}` : null,
    article.url ? " · " : null, external(article.url, words.original));
}

export function encounter(met, open) {
  return el("details", { open },
    el("summary", {}, ...label(met.entity), el("span", { class: "count" }, words.times(met.count)), quiet(period(met.first, met.last))),
    el("p", {}, link({ view: "entity", id: met.entity.id }, words.open(called(met.entity)))),
    el("ul", {}, met.events.map(sentence)));
}

export function agreement(found, open) {
  const [first, ...rest] = nearest(found.evidence);
  const parties = found.parties.flatMap((party, place) => [place ? words.comma : null, entityLink(party)]);
  return el("details", { open },
    el("summary", {}, found.parties.map(called).join(words.comma),
      el("span", { class: "count" }, words.status[found.status]), quiet(when(found.date))),
    el("p", {}, words.parties, ...parties, " · ", link({ view: "event", id: found.id }, words.page)),
    found.subject ? el("p", {}, words.subject + found.subject) : null,
    found.signatories.length ? el("p", {}, words.signatories, ...found.signatories.flatMap((each, place) => [
      place ? words.comma : null, entityLink(each.person), signedFor(each, found.parties)])) : null,
    quotations(first ? [first] : []),
    rest.length ? el("details", { class: "plain" }, el("summary", {}, words.moreReports(rest.length)), quotations(rest)) : null);
}

function signedFor({ party }, parties) {
  const found = parties.find((each) => each.id === party);
  return found ? quiet(words.signedFor(called(found))) : null;
}

// Lists that are read on

// A page of items, each made by part(item, open), and a button for the rest.
export function list(part, page, path, parameters = {}) {
  const shown = el("div", {}, page.items.map((item, place) => part(item, place === 0)));
  return [shown, more(part, page.next, path, parameters, shown)];
}

function more(part, cursor, path, parameters, shown) {
  if (!cursor) return null;
  const said = el("span", { class: "error", role: "status" });
  const button = el("button", { type: "button", name: "more" }, words.more);
  const element = el("p", { class: "actions" }, button, said);
  button.addEventListener("click", async () => {
    button.disabled = true;
    said.textContent = words.loading;
    try {
      const page = await ask(path, { ...parameters, cursor });
      const added = page.items.map((item) => part(item, false));
      shown.append(...added);
      element.replaceWith(more(part, page.next, path, parameters, shown) ?? "");
      added[0]?.querySelector("summary, a, button")?.focus();
    } catch (error) {
      said.textContent = told(error);
    } finally {
      button.disabled = false;
    }
  });
  return element;
}
