// The filters, which are the legend too: each tells with a sample what its mark in the picture means.

import { el, svg } from "../elements.js";
import { words } from "../language.js";
import { change } from "../state.js";
import { periodFilter } from "./histogram.js";
import { SHAPES } from "./look.js";
import { category, EDGES, GRADES, KINDS } from "./scene.js";

const SIZES = [null, 5, 10, 20, 50];
const SURE = [null, 0.5, 0.7, 0.9];

function shape(kind) {
  const mark = { circle: () => svg("circle", { cx: 8, cy: 8, r: 6 }), square: () => svg("rect", { x: 2.5, y: 2.5, width: 11, height: 11 }),
    diamond: () => svg("path", { d: "M8 1 15 8 8 15 1 8Z" }) }[SHAPES[kind]]();
  return svg("svg", { viewBox: "0 0 16 16", class: `sample fill-${kind}`, "aria-hidden": "true" }, mark);
}

const line = (category) => svg("svg", { viewBox: "0 0 28 8", class: `sample stroke-${category.replaceAll("_", "-")}`, "aria-hidden": "true" },
  svg("path", { d: "M1 4H27", "stroke-width": 3 }));

const CATEGORY_OF = { met: "met", signed_agreement: "signed_agreement", holds: "holds" };

// Boxes of which all are ticked where the state names none; to untick all is to ask for all again.
function boxes(name, values, chosen, told, sample = () => null) {
  const ticked = () => [...group.querySelectorAll("input:checked")].map((input) => input.value);
  const group = el("fieldset", {}, el("legend", {}, words.filter[name]), values.map((value) => el("label", { class: "box" },
    el("input", { type: "checkbox", name, value, checked: !chosen || chosen.includes(value),
      onchange: () => change({ [name]: ticked().length === values.length || !ticked().length ? null : ticked() }) }),
    sample(value), el("span", {}, told(value)))));
  return group;
}

function choice(name, values, chosen, told) {
  const select = el("select", { name, onchange: () => change({ [name]: select.value || null }) },
    values.map((value) => el("option", { value: value ?? "", selected: String(value ?? "") === String(chosen ?? "") }, told(value))));
  return el("label", { class: "choice" }, el("span", {}, words.filter[name]), select);
}

// The form for a model under a state.
export function filters(model, state) {
  const [ties, kinds] = [new Set(), new Set()];
  let both = false;
  for (const entity of model.entities.values()) kinds.add(entity.kind);
  for (const pair of model.pairs.values()) {
    for (const tie of pair.ties) ties.add(tie.type);
    both ||= category(pair.ties) === "both";
  }
  return el("form", { class: "filters", "aria-label": words.filters, onsubmit: (event) => event.preventDefault() },
    periodFilter(model.dates(), state),
    boxes("kind", KINDS.filter((kind) => kinds.has(kind)), state.kind, (kind) => words.kind[kind], shape),
    boxes("edge", EDGES.filter((type) => ties.has(type)), state.edge, (type) => words.tie[type], (type) => line(CATEGORY_OF[type] ?? "place")),
    both ? el("p", { class: "quiet legend" }, line("both"), words.both) : null,
    boxes("grade", GRADES, state.grade, (grade) => words.grade[grade]),
    choice("size", SIZES, state.size, (size) => (size ? words.upTo(size) : words.anySize)),
    choice("sure", SURE, state.sure, (sure) => (sure ? words.atLeast(sure) : words.anySure)),
    el("p", { class: "quiet" }, words.widthMeans));
}
