// One entity: its names, places and posts, its events by period and one by one, whom it met, what it agreed. A district
// also: which institutions met and signed with it, and when.

import { moment } from "../brief.js";
import { ask, entityPath } from "../client.js";
import { el } from "../elements.js";
import { matrix } from "../figures/matrix.js";
import { PERIODS, suiting, written } from "../figures/periods.js";
import { series } from "../figures/series.js";
import { tenures } from "../figures/tenures.js";
import { period, words } from "../language.js";
import { agreement, aliases, called, encounter, entityLink, kindOf, label, link, list, moved, quiet } from "../parts.js";
import { change } from "../state.js";

const COMPANIONS = 10;
const EVENTS = 1000;
const BARS = 48;
const COLUMNS = 12;

export async function show(state, signal) {
  const path = entityPath(state.id);
  const found = await ask(path, {}, signal);
  const whose = found.kind === "district" ? { district: found.id } : { entity: found.id };
  const years = await ask("stats/series", { ...whose, by: "month", split: "kind" }, signal);
  const months = years.lines.find(({ points }) => points.length)?.points ?? [];
  const span = [months[0]?.period, months.at(-1)?.period];
  const by = PERIODS.includes(state.by) ? state.by : suiting(...span, BARS);
  const [events, met, agreed, timeline, partners] = await Promise.all([
    by === "month" ? years : ask("stats/series", { ...whose, by, split: "kind" }, signal),
    ask(`${path}/met`, { limit: COMPANIONS, events: EVENTS }, signal),
    found.counts.agreements ? ask("agreements", { entity: found.id }, signal) : { items: [], next: null },
    ask(`${path}/timeline`, { limit: COMPANIONS }, signal),
    found.kind === "district" ? partnersOf(found, suiting(...span, COLUMNS), state.of, signal) : null,
  ]);
  const counts = [words.times(found.counts.meetings), words.agreements(found.counts.agreements), words.articles(found.counts.articles)];
  return {
    title: called(found),
    content: [
      el("h2", {}, ...label(found), kindOf(found)),
      moved(state.id, found), aliases(found), places(found),
      el("p", {}, counts.join(" · ")),
      el("p", { class: "actions" }, link({ view: "picture", centre: [found.id] }, words.toPicture), link({ view: "path", from: found.id }, words.pathFrom),
        link({ view: "judgements", entity: found.id }, words.judging.whyOne)),
      events.lines.length ? [el("h3", {}, words.figures.series), periodChoice(by), series(events)] : null,
      partners && institutions(found, partners, state),
      found.posts.length ? [el("h3", {}, words.posts), tenures(found.posts, found)] : null,
      el("h3", {}, words.metHeading),
      met.items.length ? list(encounter, met, `${path}/met`, { limit: COMPANIONS, events: EVENTS }) : el("p", {}, words.metNobody),
      agreed.items.length ? [el("h3", {}, words.agreementsHeading), list(agreement, agreed, "agreements", { entity: found.id })] : null,
      timeline.items.length ? [el("h3", {}, words.timeline), list((each) => moment(each, found.id), timeline, `${path}/timeline`, { limit: COMPANIONS })] : null,
    ],
  };
}

function places(found) {
  const told = ["part_of", "located_in", "governs"].filter((tie) => found[tie].length);
  const former = (found.former_names ?? []).map(({ name, until }) => `${name}${until ? words.formerUntil(period(until, until)) : ""}`);
  return [
    told.map((tie) => el("p", { class: "places" }, quiet(`${words.placed[tie]} `), found[tie].flatMap((each, place) => [place ? words.comma : null, entityLink(each)]))),
    former.length ? el("p", {}, quiet(words.formerNames), former.join(words.comma)) : null,
  ];
}

const periodChoice = (by) => choice("by", by, PERIODS.map((each) => [each, words.figures.by[each]]), words.figures.period);

function choice(name, value, options, text) {
  return el("p", {}, el("label", { class: "inline" }, text, " ", el("select", { name, onchange: (event) => change({ [name]: event.target.value }) },
    options.map(([each, word]) => el("option", { value: each, selected: each === value }, word)))));
}

// Institutions by period, and in a last column their events of no known period: { heads, rows: [{ entity, counts }], left }.
async function partnersOf({ id }, by, of, signal) {
  const kind = of === "meeting" || of === "agreement" ? of : null;
  const { lines, left_out: left } = await ask("stats/series", { district: id, split: "institution", by, kind, limit: 25 }, signal);
  const told = lines.filter(({ entity }) => entity);
  const rows = told.map(({ entity, points, total }) => {
    const counts = points.map(({ count }) => count);
    return { entity, counts: [...counts, total - counts.reduce((sum, count) => sum + count, 0)] };
  });
  const undated = rows.some(({ counts }) => counts.at(-1));
  if (!undated) rows.forEach(({ counts }) => counts.pop());
  const heads = (told[0]?.points ?? []).map(({ period: each, first, last }) => ({ text: written(each), since: first, until: last }));
  return { heads: undated ? [...heads, { text: words.undated }] : heads, rows, left };
}

function institutions(district, { heads, rows, left }, state) {
  const of = choice("of", state.of ?? "all", ["all", "meeting", "agreement"].map((each) => [each, words.figures.of[each]]), words.figures.counted);
  const to = (entity, place) => ({ view: "events", entity: entity.id, district: district.id, since: heads[place].since, until: heads[place].until });
  return [
    el("h3", {}, words.figures.partners), of,
    rows.length ? matrix(words.figures.partnersOf(called(district)), heads, rows, to) : el("p", { class: "quiet" }, words.figures.noPartners),
    left ? el("p", { class: "quiet" }, words.figures.leftOut(left)) : null,
    el("p", {}, link({ view: "matrix" }, words.figures.allDistricts)),
  ];
}
