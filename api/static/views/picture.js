// What lies around one entity or several: #view=picture&centre=p-1,i-2. The first names the view, the others were expanded.

import { ask, entityPath } from "../client.js";
import { el } from "../elements.js";
import { words } from "../language.js";
import { called, kindOf, label, link, moved } from "../parts.js";
import { Model } from "../picture/model.js";
import { Picture } from "../picture/picture.js";
import { change } from "../state.js";
import * as start from "./start.js";

const FIRST = 300;
const MOST = 2000;
// Of each tie: the period and the grades choose among them here, without asking again.
const EVENTS = 1000;

// What must be asked for: each centre, with how many of its neighbours.
const limitOf = (state) => Math.min(Number(state.limit) || FIRST, MOST);
const wanted = (state) => (state.centre ?? []).map((id) => JSON.stringify([id, limitOf(state), state.size ?? null]));

// ids: what was asked for (a name, an id that was merged) → the id that answers to it.
async function load(model, state, loaded, ids, signal) {
  const missing = (state.centre ?? []).filter((_, place) => !loaded.has(wanted(state)[place]));
  const answers = await Promise.all(missing.map((id) =>
    ask(`${entityPath(id)}/neighbourhood`, { limit: limitOf(state), max_event_size: state.size, events: EVENTS }, signal)));
  for (const [place, answer] of answers.entries()) {
    await model.add(answer);
    ids.set(missing[place], answer.centre.id);
  }
  for (const key of wanted(state)) loaded.add(key);
  return answers;
}

export async function show(state, signal) {
  let model = new Model();
  let loaded = new Set();
  let now = state;
  if (!state.centre) return start.show(state, signal);
  const ids = new Map();
  const grow = () => ([...model.left.values()].some(Boolean) && limitOf(now) < MOST
    ? () => change({ limit: String(Math.min(limitOf(now) * 2, MOST)) }) : null);
  const picture = new Picture({ expand: (id) => change({ centre: [...now.centre, id] }), grow });
  if (state.show !== "table") picture.prepare();
  const [{ centre }] = await load(model, state, loaded, ids, signal).catch((error) => {
    picture.close();
    throw error;
  });
  const named = (each) => ({ ...each, centre: each.centre.map((id) => ids.get(id)) });

  // Fewer centres, or another size of events, leave what they had brought: so the model is made anew.
  async function update(next) {
    if (next.centre?.[0] !== state.centre[0]) return false;
    if ([...loaded].some((key) => !wanted(next).includes(key))) [model, loaded] = [new Model(), new Set()];
    now = next;
    try {
      await load(model, next, loaded, ids, signal);
    } catch (error) {
      if (signal.aborted) return true;
      return false;
    }
    if (now === next) await picture.show(model, named(next));
    return true;
  }

  return {
    title: called(centre),
    content: [
      el("div", { class: "title" }, el("h2", {}, ...label(centre), kindOf(centre)), link({ view: "entity", id: centre.id }, words.page), moved(state.centre[0], centre)),
      picture.element],
    after: () => picture.show(model, named(state)),
    update,
    close: () => picture.close(),
  };
}
