// How two are connected: a chain to read, and the same in a picture.

import { ask, Problem } from "../client.js";
import { el } from "../elements.js";
import { failure } from "../failure.js";
import { entityField, nameOrId } from "../field.js";
import { period, when, words } from "../language.js";
import { called, cut, entityLink, kindOf, names, nameOf, sentence } from "../parts.js";
import { drawing } from "../picture/drawing.js";
import { Model } from "../picture/model.js";
import { Picture } from "../picture/picture.js";
import { change, go, read } from "../state.js";
import { avoidField, throughField } from "../wishes.js";

const MODES = ["all", "shortest", "k"];
const EVENTS_SHOWN = 5;

const question = (state) => ({
  from: state.from, to: state.to, mode: state.order || state.through ? null : state.mode ?? "all", in_time_order: state.order ? "true" : null, max_hops: state.hops,
  through: state.through, avoid: state.avoid,
  since: state.since, until: state.until, edge: state.edge, grade: state.grade, max_event_size: state.size, min_confidence: state.sure,
});

export async function show(state, signal) {
  const title = words.pathLabel;
  if (!state.from || !state.to) {
    const ends = form(state, await endNames(state, signal), await wayNames(state, signal));
    return { title, content: [el("h2", {}, title), ends, el("p", { class: "quiet" }, words.pathHint)], after: () => ends.elements[state.from ? "to" : "from"].focus() };
  }
  drawing();
  let found;
  try {
    found = await ask("paths", question(state), signal);
  } catch (error) {
    if (signal.aborted || !(error instanceof Problem)) throw error;
    return unanswered(error, state, form(state, await endNames(state, signal), await wayNames(state, signal)));
  }
  const ends = found.paths.length ? [found.paths[0].nodes[0], found.paths[0].nodes.at(-1)].map((node) => names(node)[0]) : await endNames(state, signal);
  const heading = ends.map(cut).join(" → ");
  const way = await wayNames(state, signal);
  const model = new Model();
  for (const { nodes, hops } of found.paths) await model.add({ nodes, edges: hops });
  placed(found.paths, model);
  const picture = found.paths.some(({ length }) => length > 0) ? new Picture({ expand: (id) => go({ view: "picture", centre: [id] }) }) : null;
  const asked = JSON.stringify(question(state));
  return {
    title: heading,
    said: words.paths(found.paths.length, found.truncated),
    content: [
      el("h2", {}, heading), form(state, ends, way),
      el("div", { class: "paths" },
        el("div", { class: "chains" }, found.paths.length ? [told(found), found.paths.map((path) => chain(path, state))] : none(found.absence, ends, state)),
        picture?.element),
    ],
    after: () => picture?.show(model, shown(state, found)),
    update: async (next) => {
      if (JSON.stringify(question(next)) !== asked) return false;
      await picture?.show(model, shown(next, found));
      return true;
    },
    close: () => picture?.close(),
  };
}

// What is wrong with the question is told beneath it, and the field that it is about is marked.
function unanswered(error, state, ends) {
  const { title, said, part, content } = failure(error, state);
  ends.elements[part]?.setAttribute("aria-invalid", "true");
  return { title, said, content: [el("h2", {}, words.pathLabel), ends, content], after: () => ends.elements[part]?.focus({ preventScroll: true }) };
}

// From left to right, one column a hop, so that the picture reads as the chain does.
function placed(paths, model) {
  const columns = new Map();
  for (const { nodes } of paths) {
    nodes.forEach(({ id }, hop) => {
      if (model.placed.has(id)) return;
      const column = columns.get(hop) ?? columns.set(hop, []).get(hop);
      column.push(id);
      model.placed.set(id, { x: hop * 100, y: 0 });
    });
  }
  for (const column of columns.values()) {
    // An arc, as a straight line of three would hide a tie between the first and the last.
    column.forEach((id, row) => { model.placed.get(id).y = (row - (column.length - 1) / 2) * -60 + (column.length === 1 ? 8 * (model.placed.get(id).x / 100 % 2) : 0); });
  }
}

// The ends of the picture are what the paths begin and end at, which may be the government of a district asked for.
const shown = (state, { paths }) => ({ ...state, from: paths[0].nodes[0].id, to: paths[0].nodes.at(-1).id });

const endNames = ({ from = "", to = "" }, signal) => Promise.all([from, to].map((end) => nameOrId(end, signal)));

const wayNames = async ({ through = "", avoid = [] }, signal) => ({
  through: await nameOrId(through, signal),
  avoid: await Promise.all(avoid.map(async (each) => [each, await nameOrId(each, signal)])),
});

// The question

function form(state, [from, to], way) {
  const fields = {
    from: entityField({ name: "from", id: "path-from", required: true }, words.from, { value: state.from, shown: from }),
    to: entityField({ name: "to", id: "path-to", required: true }, words.to, { value: state.to, shown: to }),
    through: throughField(state.through, way.through),
    avoid: avoidField(way.avoid),
  };
  const mode = el("select", { name: "mode" }, MODES.map((each) => el("option", { value: each, selected: each === (state.mode ?? "all") }, words.mode[each])));
  const order = el("input", { type: "checkbox", name: "order", checked: Boolean(state.order) });
  const hops = el("input", { type: "number", name: "hops", min: 1, max: 10, value: state.hops ?? 6 });
  const wished = () => ({ mode: mode.value === "all" ? null : mode.value, order: order.checked ? "time" : null, hops: hops.value === "6" ? null : hops.value,
    through: fields.through.asked(), avoid: fields.avoid.asked(), at: null });
  const element = el("form", { class: "path", onsubmit: (event) => {
    event.preventDefault();
    const next = { from: fields.from.asked(), to: fields.to.asked(), ...wished() };
    if (next.from === state.from && next.to === state.to) change(next);
    else go({ ...read(), ...next });
  } },
  el("div", { class: "row" }, fields.from.box, el("span", { "aria-hidden": "true" }, "→"), fields.to.box,
    el("button", { type: "submit", name: "connect" }, words.connect),
    el("button", { type: "button", name: "swap", onclick: () => go({ ...read(), from: fields.to.asked(), to: fields.from.asked(), at: null }) }, words.swap)),
  el("div", { class: "row way" }, fields.through.box, fields.avoid.box),
  el("div", { class: "row wishes" },
    el("label", { class: "choice" }, words.modeLabel, mode),
    el("label", { class: "box" }, order, el("span", {}, words.inOrder)),
    el("label", { class: "choice" }, words.mostHops, hops)));
  for (const field of Object.values(fields)) field.listen();
  return element;
}

// The answer

const told = ({ paths, truncated }) => el("p", { class: "quiet" }, paths[0].length === 0 ? words.samePerson : words.paths(paths.length, truncated));

const chain = ({ length, nodes, hops }, state) => el("section", { class: "chain" },
  el("h3", {}, words.hops(length)),
  el("ol", {}, nodes.map((node, place) => el("li", {},
    el("p", {}, entityLink(node), kindOf(node), place && place < hops.length ? avoiding(node.id, words.avoidName(called(node)), state) : null),
    place < hops.length ? hop(hops[place], state) : null))));

// The same without somebody on the way, or without an event.
const avoiding = (id, text, state) => el("button", { type: "button", class: "plain avoid", "aria-label": text, title: text,
  onclick: () => change({ avoid: [...(state.avoid ?? []), id], through: state.through === id ? null : state.through, at: null }) }, words.avoid);

function hop(tie, state) {
  const relation = [words.tie[tie.type], tie.title].filter(Boolean).join(words.colon);
  const [first] = tie.events;
  const about = first ? [when(first.date), words.grade[first.grade]].filter(Boolean).join(" · ") : "";
  return el("details", { open: true },
    el("summary", {}, el("strong", {}, relation), about ? ` · ${about}` : "", tie.events.length > 1 ? el("span", { class: "count" }, words.count(tie.events.length)) : null),
    el("ul", {}, tie.events.slice(0, EVENTS_SHOWN).map((event) => {
      const told = sentence(event);
      if (/^[mg]-/.test(event.id)) told.firstChild.append(avoiding(event.id, words.avoidEvent(when(event.date)), state));
      return told;
    })));
}

// What would have to be asked for otherwise, and how much the graph knows: so that no path can be told from no data.
function none(absence, ends, state) {
  if (!absence) return [el("p", {}, words.noPath(Number(state.hops ?? 6)))];
  const { relaxed, wider, reached, coverage } = absence;
  const articles = coverage.reduce((sum, each) => sum + each.articles, 0);
  const years = coverage.map((each) => each.year).filter(Boolean).sort();
  const without = { since: "since", until: "until", edge: "edge", grade: "grade", max_event_size: "size", min_confidence: "sure", through: "through", avoid: "avoid", in_time_order: "order" };
  const offer = (text, part) => el("li", {}, el("button", { type: "button", onclick: () => change(part) }, text));
  return [
    el("p", {}, words.noPath(Number(state.hops ?? 6))),
    el("ul", { class: "offers" },
      relaxed.map(({ parameter, length }) => (parameter === "max_hops" ? offer(words.longer(words.hops(length)), { hops: String(length) })
        : without[parameter] ? offer(words.without(words.filter[without[parameter]] ?? parameter, words.hops(length)), { [without[parameter]]: null }) : null)).filter(Boolean),
      wider ? offer(words.wider(wider.edges.map((edge) => words.tie[edge]).join(words.comma), words.hops(wider.length)), { edge: wider.edges }) : null),
    el("ul", { class: "quiet" },
      reached.map((each, place) => el("li", {}, words.reach(cut(nameOf(ends[place]) ?? ends[place]), each.by_hops.reduce((sum, n) => sum + n, 0) - 1))),
      el("li", {}, words.coverage(words.articles(articles), period(years[0], years.at(-1))))),
  ];
}
