// A text with its facts at their place: the sentences of events are marked, the names in them lead to their pages.

import { el } from "./elements.js";
import { words } from "./language.js";
import { link, names } from "./parts.js";

export const isEvent = ({ kind }) => kind === "meeting" || kind === "agreement";

// The number by which a reader finds an event again, by its id: of the meetings, and of the agreements, in reading order.
export function numbered(spans) {
  const numbers = new Map();
  const counts = {};
  for (const { id, kind } of spans.filter(isEvent)) {
    if (numbers.has(id)) continue;
    counts[kind] = (counts[kind] ?? 0) + 1;
    numbers.set(id, counts[kind]);
  }
  return numbers;
}

// text with spans marked, and quote ({ start, end } or null) as #quote; offsets count code points, JavaScript UTF-16 units.
export function annotated(text, spans, quote = null) {
  const points = Array.from(text);
  const numbers = numbered(spans);
  const piece = (from, to) => pieces(points, spans.filter(({ start, end }) => start < to && end > from), numbers, from, to);
  if (!quote) return piece(0, points.length);
  return [piece(0, quote.start), el("span", { id: "quote", tabindex: "-1" }, piece(quote.start, quote.end)), piece(quote.end, points.length)];
}

// Facts overlap, so the text is cut wherever one begins or ends; what lies in the same sentences is one mark.
function pieces(points, spans, numbers, from, to) {
  const cuts = [...new Set([from, to, ...spans.flatMap(({ start, end }) => [start, end])])].filter((cut) => from <= cut && cut <= to).sort((a, b) => a - b);
  const made = [];
  let open = { key: null };
  cuts.slice(1).forEach((end, place) => {
    const start = cuts[place];
    const over = spans.filter((span) => span.start <= start && end <= span.end);
    const events = over.filter(isEvent);
    const key = events.map(({ id }) => id).join();
    if (key !== open.key) {
      open = { key, into: key ? el("mark", { class: [...new Set(events.map(({ kind }) => kind))].join(" ") }) : null };
      if (open.into) made.push(open.into);
    }
    const cut = [named(points.slice(start, end).join(""), over), ...events.filter((span) => span.end === end).map((span) => reference(span, numbers))];
    if (open.into) open.into.append(...cut);
    else made.push(...cut);
  });
  return made;
}

// The innermost name, where several stand in each other (a district in the name of its bureau).
function named(text, over) {
  const inner = over.filter((span) => !isEvent(span)).sort((a, b) => a.end - a.start - (b.end - b.start))[0];
  if (!inner) return text;
  return link({ view: "entity", id: inner.id }, el("span", { class: `fact ${inner.kind}`, "data-id": inner.id, title: names(inner).filter(Boolean).join(" · ") }, text));
}

function reference({ id, kind }, numbers) {
  const name = words.articleView.event[kind](numbers.get(id));
  return el("sup", { class: kind }, el("a", { href: link({ view: "event", id }).getAttribute("href"), "aria-label": name, title: name }, String(numbers.get(id))));
}
