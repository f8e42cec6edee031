// The part of the model that the filters of a state let through: a pure function, so picture, table and exports agree.

export const EDGES = ["met", "signed_agreement", "holds", "part_of", "located_in", "governs"];
export const GRADES = ["across", "video", "same_side", "co_listed"];
export const KINDS = ["person", "institution", "district"];

const DAY = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

// Whether both ends are days, months or years, the first not after the last; an end that is not given is open.
export function isPeriod({ since, until }) {
  if (![since, until].every((end) => !end || DAY.test(end))) return false;
  const shared = Math.min(since?.length ?? 0, until?.length ?? 0);
  return !shared || since.slice(0, shared) <= until.slice(0, shared);
}

// The state without any filter.
export const UNFILTERED = { since: null, until: null, edge: null, grade: null, kind: null, size: null, sure: null };

// As in the API: an event counts if it may lie in the period, one without a date only where no period is given.
function within(event, since, until) {
  if (!since && !until) return true;
  const first = event.earliest ?? event.latest;
  const last = event.latest ?? event.earliest;
  return first !== null && first !== undefined && (!since || last >= since) && (!until || first.slice(0, until.length) <= until);
}

// Ties of place and membership have no events and no date, and stay whatever the period is.
function filtered(tie, { since, until, edge, grade, sure }) {
  if (edge && !edge.includes(tie.type)) return null;
  const timeless = tie.events.length === 0;
  const events = tie.events.filter((event) => within(event, since, until)
    && (!grade || tie.type !== "met" || grade.includes(event.grade))
    && (!sure || (event.confidence ?? 1) >= Number(sure)));
  return timeless || events.length ? { ...tie, events } : null;
}

// What the line of a pair stands for.
export function category(ties) {
  const types = new Set(ties.map((tie) => tie.type));
  if (types.has("met") && types.has("signed_agreement")) return "both";
  return ["met", "signed_agreement", "holds"].find((type) => types.has(type)) ?? "place";
}

export const filters = ({ since, until, edge, grade, kind, sure }) => [since, until, edge, grade, kind, sure].some(Boolean);

// { nodes: [{ id, entity, strength }], pairs: [{ key, source, target, ties, strength, category }], hidden, all }
export function sceneOf(model, state) {
  const centres = new Set([...(state.centre ?? []), state.from, state.to]);
  const hidden = new Set(state.hidden);
  const seen = (id) => !hidden.has(id) && (centres.has(id) || !state.kind || state.kind.includes(model.entities.get(id)?.kind));
  const pairs = [];
  const strength = new Map();
  for (const pair of model.pairs.values()) {
    if (!seen(pair.source) || !seen(pair.target)) continue;
    const ties = pair.ties.map((tie) => filtered(tie, state)).filter(Boolean);
    if (!ties.length) continue;
    const events = new Set(ties.flatMap((tie) => tie.events.map((event) => event.id))).size || 1;
    pairs.push({ ...pair, ties, strength: events, category: category(ties) });
    for (const id of [pair.source, pair.target]) strength.set(id, (strength.get(id) ?? 0) + events);
  }
  const alone = (id) => !centres.has(id) && filters(state) && !strength.has(id);
  const nodes = [...model.entities.values()].filter(({ id }) => seen(id) && !alone(id))
    .map((entity) => ({ id: entity.id, entity, strength: strength.get(entity.id) ?? 0 }));
  return { nodes, pairs, hidden: [...hidden].filter((id) => model.entities.has(id)).length, all: model.entities.size };
}
