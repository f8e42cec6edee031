// How many events there were in each period, as bars and as the table that says the same.

import { el, svg } from "../elements.js";
import { number, words } from "../language.js";
import { written } from "./periods.js";

const HEIGHT = 100;

// lines and points as /v1/stats/series answers when it is split by kind.
export function series({ lines }) {
  const told = lines.filter(({ points }) => points.length).sort((a, b) => b.key.localeCompare(a.key));
  const periods = told[0]?.points.map(({ period }) => period) ?? [];
  const sum = periods.map((_, place) => told.reduce((all, { points }) => all + points[place].count, 0));
  const highest = Math.max(...sum, 1);
  const left = lines.reduce((all, { unplaced }) => all + unplaced.spanning + unplaced.one_bound + unplaced.undated, 0);
  if (!periods.length) return left ? el("p", { class: "quiet" }, words.figures.unplaced(left)) : null;
  return el("figure", { class: "series" },
    el("figcaption", {}, told.map(({ key, total }) => [el("span", { class: `swatch ${key}` }), `${words.kind[key]}${words.count(total)} `])),
    el("div", { class: "plot" }, el("span", { class: "highest quiet" }, number(highest)), bars(told, periods, highest)),
    el("div", { class: "axis quiet" }, ends(periods).map((each) => el("span", {}, written(each)))),
    left ? el("p", { class: "quiet" }, words.figures.unplaced(left)) : null,
    el("details", { class: "plain" }, el("summary", {}, words.figures.asTable), asTable(told, periods)));
}

const ends = (periods) => [...new Set([periods[0], periods[Math.floor((periods.length - 1) / 2)], periods.at(-1)])];

function bars(lines, periods, highest) {
  const drawn = periods.flatMap((_, place) => {
    let top = HEIGHT;
    return lines.filter(({ points }) => points[place].count).map(({ key, points }) => {
      const height = HEIGHT * points[place].count / highest;
      top -= height;
      return svg("rect", { class: key, x: place + 0.1, width: 0.8, y: top, height });
    });
  });
  return svg("svg", { viewBox: `0 0 ${Math.max(periods.length, 6)} ${HEIGHT}`, preserveAspectRatio: "none", "aria-hidden": "true" }, ...drawn);
}

function asTable(lines, periods) {
  return el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": words.figures.asTable }, el("table", {},
    el("thead", {}, el("tr", {}, el("th", { scope: "col" }, words.figures.period), lines.map(({ key }) => el("th", { scope: "col", class: "numeric" }, words.kind[key])))),
    el("tbody", {}, periods.map((each, place) => el("tr", {}, el("th", { scope: "row" }, written(each)),
      lines.map(({ points }) => el("td", { class: "numeric" }, number(points[place].count))))))));
}
