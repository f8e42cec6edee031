// A matrix as a table whose cells are darker the more they count; each leads to the events behind it.

import { el } from "../elements.js";
import { number, words } from "../language.js";
import { called, link, names } from "../parts.js";

const SHADES = 5;

const shade = (count, highest) => (count ? Math.max(1, Math.ceil(SHADES * Math.log1p(count) / Math.log1p(highest))) : 0);

// heads: of the columns, each { text, title }; rows: { entity, counts }; to(entity, column) is the state that a cell leads to.
export function matrix(caption, heads, rows, to) {
  const highest = Math.max(1, ...rows.flatMap(({ counts }) => counts));
  const told = (entity, place) => words.figures.cell(called(entity), heads[place].text);
  return el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": caption }, el("table", { class: "matrix" },
    el("caption", {}, caption),
    el("thead", {}, el("tr", {}, el("td", {}), heads.map(({ text, title }) => el("th", { scope: "col", title }, el("span", {}, text))),
      el("th", { scope: "col" }, el("span", {}, words.figures.total)))),
    el("tbody", {}, rows.map(({ entity, counts }) => el("tr", {},
      el("th", { scope: "row" }, link({ view: "entity", id: entity.id }, el("span", { class: "name", title: names(entity).filter(Boolean).join(" · ") }, called(entity)))),
      counts.map((count, place) => el("td", { class: `shade-${shade(count, highest)}` },
        count ? el("a", { href: link(to(entity, place)).getAttribute("href"), "aria-label": `${told(entity, place)}${words.colon}${number(count)}` }, number(count)) : null)),
      el("td", { class: "sum" }, number(counts.reduce((all, count) => all + count, 0))))))));
}
