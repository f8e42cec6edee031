// An article with all its facts at their exact place, as it came and as it was read; one sentence may stand out.

import { annotated, isEvent, numbered } from "../annotated.js";
import { ask } from "../client.js";
import { el, external } from "../elements.js";
import { number, when, words } from "../language.js";
import { kindOf, label, link } from "../parts.js";
import { change } from "../state.js";

const KINDS = ["meeting", "agreement", "person", "institution", "district"];
const QUOTED = 60;

export async function show(state, signal) {
  const path = `articles/${encodeURIComponent(state.id)}`;
  const [found, cleaned] = await Promise.all([ask(path, {}, signal), state.text === "cleaned" ? ask(`${path}/cleaned`, {}, signal) : null]);
  const title = found.title ?? words.untitled;
  const { text, spans } = cleaned ?? found;
  const body = el("div", { class: "article", lang: found.lang }, annotated(text, spans, quoteOf(state, found, cleaned)));
  mute(body, state);
  return {
    title,
    content: [
      el("h2", { lang: found.lang }, title),
      el("p", { class: "quiet" }, [found.source, found.published && when(found.published)].filter(Boolean).join(" · "), found.url ? " · " : null, external(found.url, words.original)),
      choices(state, found.spans),
      el("div", { class: "beside" }, body, facts(spans, body)),
    ],
    after: () => document.getElementById("quote")?.scrollIntoView({ block: "center" }),
    update: (next) => {
      if (["id", "text", "start", "end"].some((part) => next[part] !== state[part])) return false;
      mute(body, next);
      return true;
    },
  };
}

// The sentence that the address names. In the cleaned text it is known where it tells of an event.
function quoteOf({ start, end }, found, cleaned) {
  const given = end ? { start: Number(start), end: Number(end) } : null;
  const first = (spans) => spans.find(isEvent) ?? null;
  if (!cleaned) return given ?? first(found.spans);
  const same = given && found.spans.find((span) => isEvent(span) && span.start === given.start && span.end === given.end);
  return same ? cleaned.spans.find(({ id }) => id === same.id) ?? null : given ? null : first(cleaned.spans);
}

function mute(body, { without = [] }) {
  for (const kind of KINDS) body.classList.toggle(`without-${kind}`, without.includes(kind));
}

// Which text, and which facts stand out in it; the colours are the legend.
function choices(state, spans) {
  const muted = new Set(state.without ?? []);
  const which = (text, word) => el("button", { type: "button", name: `text-${text ?? "raw"}`, "aria-pressed": String((state.text ?? null) === text), onclick: () => change({ text }) }, word);
  const toggle = (kind) => (event) => {
    if (event.target.checked) muted.delete(kind);
    else muted.add(kind);
    change({ without: [...muted] });
  };
  const kind = (each, count) => el("label", { class: `chip ${each}` },
    el("input", { type: "checkbox", name: "without", value: each, checked: !muted.has(each), onchange: toggle(each) }),
    el("span", { class: `swatch ${each}` }), `${words.kind[each]}${words.count(count)}`);
  return el("div", { class: "choosing" },
    el("div", { class: "row", role: "group", "aria-label": words.articleView.which }, which(null, words.articleView.raw), which("cleaned", words.articleView.cleaned)),
    el("fieldset", { class: "row" }, el("legend", { class: "unseen" }, words.articleView.legend),
      KINDS.map((each) => [each, spans.filter((span) => span.kind === each).length]).filter(([, count]) => count).map(([each, count]) => kind(each, count))));
}

// The same as lists: what the article tells, and how often it names whom.
function facts(spans, body) {
  const numbers = numbered(spans);
  const first = new Map(spans.map((span) => [span.id, span]).reverse());
  const events = [...numbers.keys()].map((id) => first.get(id));
  const named = [...first.values()].filter((span) => !isEvent(span)).sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || a.start - b.start);
  return el("div", { class: "facts-told" },
    el("h3", {}, words.articleView.events), events.length ? null : el("p", { class: "quiet" }, words.articleView.noEvents),
    el("ul", {}, events.map((span) => el("li", {},
      link({ view: "event", id: span.id }, words.articleView.event[span.kind](numbers.get(span.id))),
      el("q", { class: "quiet" }, shortened(span.quote))))),
    el("h3", {}, words.articleView.named),
    el("ul", {}, named.map((span) => el("li", {}, el("span", { class: `swatch ${span.kind}` }), link({ view: "entity", id: span.id }, ...label(span)), kindOf(span), " ", finder(span, spans, body)))));
}

const shortened = (text) => (Array.from(text).length > QUOTED ? `${Array.from(text).slice(0, QUOTED).join("")}…` : text);

// Leads to one mention after the other.
function finder({ id }, spans, body) {
  let next = 0;
  const count = spans.filter((span) => span.id === id).length;
  return el("button", { type: "button", class: "plain", onclick: () => {
    const places = [...body.querySelectorAll(`[data-id="${CSS.escape(id)}"]`)];
    const place = places[next++ % places.length]?.closest("a");
    place?.scrollIntoView({ block: "center" });
    place?.focus({ preventScroll: true });
  } }, words.articleView.mentions(number(count), count));
}
