// What was loaded: entities, and the ties between them gathered by pair, since a picture draws one line for two ends.

import { breath, parts } from "../breath.js";

const AT_ONCE = 5000; // ties that are taken in before the page may answer again

export const pairKey = (a, b) => (a < b ? `${a}~${b}` : `${b}~${a}`);

export class Model {
  entities = new Map(); // id → entity
  pairs = new Map(); // key → { key, source, target, ties }
  placed = new Map(); // id → { x, y }, for what has its place from the start, as the nodes of a path
  left = new Map(); // id of an entity whose neighbours were loaded → how many of them were left out

  // The answer of a neighbourhood, or { nodes, edges } of a path. What is there already stays.
  async add({ centre, nodes, edges, truncated, cut = [] }) {
    if (centre) {
      this.entities.set(centre.id, centre);
      this.left.set(centre.id, truncated ? cut.reduce((sum, n) => sum + n, 0) : 0);
    }
    for (const entity of nodes) if (!this.entities.has(entity.id)) this.entities.set(entity.id, entity);
    for (const some of parts(edges, AT_ONCE)) {
      for (const tie of some) this.#join(tie);
      if (some.length === AT_ONCE) await breath();
    }
  }

  #join(tie) {
    const key = pairKey(tie.source, tie.target);
    const pair = this.pairs.get(key) ?? { key, source: tie.source, target: tie.target, ties: [] };
    if (!pair.ties.some((each) => each.type === tie.type && each.title === tie.title && each.source === tie.source)) pair.ties.push(tie);
    this.pairs.set(key, pair);
  }

  // Every dated event once: a meeting of five stands in ten ties.
  dates() {
    const dates = new Map();
    for (const { ties } of this.pairs.values()) {
      for (const { events } of ties) for (const event of events) if (event.kind !== "post" && event.earliest) dates.set(event.id, event.earliest);
    }
    return [...dates.values()];
  }
}
