// The period: how many events each year or month has, and two sliders over them.

import { el, svg } from "../elements.js";
import { period, words } from "../language.js";
import { change } from "../state.js";
import { isPeriod } from "./scene.js";

const MOST_MONTHS = 36;

// The bins from the first to the last date, none left out: { bins: ["2024-01", …], counts }.
export function binned(dates) {
  const months = dates.map((date) => date.slice(0, 7)).sort();
  if (!months.length) return { bins: [], counts: [] };
  const index = (month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7) || 1) - 1;
  const [first, last] = [index(months[0]), index(months.at(-1))];
  const byMonth = last - first < MOST_MONTHS;
  const write = (each) => (byMonth ? `${Math.floor(each / 12)}-${String(each % 12 + 1).padStart(2, "0")}` : String(each));
  const [from, to] = byMonth ? [first, last] : [Math.floor(first / 12), Math.floor(last / 12)];
  const bins = Array.from({ length: to - from + 1 }, (_, each) => write(from + each));
  const counts = bins.map(() => 0);
  for (const month of months) counts[(byMonth ? index(month) : Math.floor(index(month) / 12)) - from] += 1;
  return { bins, counts };
}

// Which bins a period covers; one that lies outside of all has its end at the border.
function covered(bins, since, until) {
  const first = since ? bins.findIndex((bin) => bin >= since.slice(0, bin.length)) : 0;
  const last = until ? bins.findLastIndex((bin) => bin <= until.slice(0, bin.length)) : bins.length - 1;
  return [first < 0 ? bins.length - 1 : first, Math.max(last, 0)];
}

export function periodFilter(dates, { since, until }) {
  const { bins, counts } = binned(dates);
  if (bins.length < 2) return null;
  const known = isPeriod({ since, until });
  const [first, last] = known ? covered(bins, since, until) : [0, bins.length - 1];
  const highest = Math.max(...counts);
  const bars = svg("svg", { viewBox: `0 0 ${bins.length} 40`, preserveAspectRatio: "none", class: "histogram", "aria-hidden": "true" },
    ...counts.map((count, each) => svg("rect", { x: each + 0.08, width: 0.84, height: 40 * count / highest, y: 40 - 40 * count / highest })));
  const slider = (name, value) => el("input", { type: "range", name, min: 0, max: bins.length - 1, step: 1, value, "aria-label": words.filter[name], oninput: tell, onchange: set });
  const [from, to] = [slider("since", first), slider("until", last)];
  const output = el("output", {});
  const ends = () => [Number(from.value), Number(to.value)].sort((a, b) => a - b);

  function tell() {
    const [start, end] = ends();
    output.textContent = period(bins[start], bins[end]);
    for (const input of [from, to]) input.setAttribute("aria-valuetext", period(bins[input.value]));
    [...bars.children].forEach((bar, each) => bar.classList.toggle("out", each < start || each > end));
  }

  function set() {
    const [start, end] = ends();
    change({ since: start === 0 ? null : bins[start], until: end === bins.length - 1 ? null : bins[end] }, "period");
  }

  tell();
  if (!known) output.textContent = words.noPeriod([since, until].filter(Boolean).join(words.until));
  return el("fieldset", { class: "period" }, el("legend", {}, words.filter.period), bars, from, to, output);
}
