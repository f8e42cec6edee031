// What a picture says, as two tables: the ties and the entities, each to be sorted by any column.

import { el } from "./elements.js";
import { number, period, tag, words } from "./language.js";
import { kindOf, label, names, tiesOf } from "./parts.js";

const ROWS = 200;

// The days between which the events of ties lie: [first, last], each null where no date is known.
export function span(ties) {
  const events = ties.flatMap((tie) => tie.events);
  const firsts = events.map((event) => event.earliest).filter(Boolean).sort();
  const lasts = events.map((event) => event.latest).filter(Boolean).sort();
  return [firsts[0] ?? null, lasts.at(-1) ?? null];
}

export function table({ nodes, pairs }, select) {
  const entities = new Map(nodes.map(({ id, entity }) => [id, entity]));
  const degrees = new Map();
  for (const { source, target } of pairs) for (const id of [source, target]) degrees.set(id, (degrees.get(id) ?? 0) + 1);
  const opener = (key, entity) => el("button", { type: "button", class: "plain", onclick: () => select(key) }, ...label(entity));
  const name = (id) => names(entities.get(id))[0];
  const tieText = (pair) => tiesOf(pair.ties);
  return [
    sortable(words.tiesTable(pairs.length), [
      { head: words.oneEnd, of: (pair) => name(pair.source), cell: (pair) => opener(pair.source, entities.get(pair.source)) },
      { head: words.tieHead, of: tieText, cell: (pair) => el("button", { type: "button", class: "plain", onclick: () => select(pair.key) }, tieText(pair)) },
      { head: words.otherEnd, of: (pair) => name(pair.target), cell: (pair) => opener(pair.target, entities.get(pair.target)) },
      { head: words.eventsHead, of: (pair) => pair.strength, cell: (pair) => number(pair.strength), numeric: true },
      { head: words.periodHead, of: (pair) => span(pair.ties)[1] ?? "", cell: (pair) => el("div", { class: "when" }, period(...span(pair.ties)) || words.undated) },
    ], pairs, 3),
    sortable(words.entitiesTable(nodes.length), [
      { head: words.nameHead, of: (node) => names(node.entity)[0], cell: (node) => opener(node.id, node.entity) },
      { head: words.kindHead, of: (node) => words.kind[node.entity.kind], cell: (node) => kindOf(node.entity) },
      { head: words.tiesHead, of: (node) => degrees.get(node.id) ?? 0, cell: (node) => number(degrees.get(node.id) ?? 0), numeric: true },
    ], nodes, 2),
  ];
}

// columns: each { head, of (what it is sorted by), cell, numeric }. Sorted by the column first, or as given where that is null.
export function sortable(caption, columns, rows, first) {
  const body = el("tbody", {});
  const more = el("button", { type: "button", onclick: () => fill(shown + ROWS) }, words.more);
  let sorted = rows;
  let shown = 0;
  let by = { place: first, down: true };

  function fill(upTo) {
    const next = sorted.slice(shown, upTo);
    body.append(...next.map((row) => el("tr", {}, columns.map(({ cell, numeric }, place) =>
      el(place === 0 ? "th" : "td", place === 0 ? { scope: "row" } : { class: numeric ? "numeric" : null }, cell(row))))));
    shown += next.length;
    more.hidden = shown >= sorted.length;
  }

  function sort(place, down) {
    by = { place, down };
    const { of } = columns[place];
    const order = new Intl.Collator(tag(), { numeric: true });
    const compare = (a, b) => (typeof a === "number" ? a - b : order.compare(a, b));
    sorted = [...rows].sort((a, b) => (down ? -1 : 1) * compare(of(a), of(b)));
    heads.forEach((head, each) => head.setAttribute("aria-sort", each === place ? (down ? "descending" : "ascending") : "none"));
    body.replaceChildren();
    shown = 0;
    fill(ROWS);
  }

  const heads = columns.map(({ head, numeric }, place) => el("th", { scope: "col", class: numeric ? "numeric" : null },
    el("button", { type: "button", class: "sort", onclick: () => sort(place, by.place === place ? !by.down : Boolean(numeric)) }, head)));
  if (first === null) fill(ROWS);
  else sort(by.place, by.down);
  return el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": caption },
    el("table", {}, el("caption", {}, caption), el("thead", {}, el("tr", {}, heads)), body), more);
}
