// A picture with all that belongs to it: tools, filters, the table that says the same, the panel of evidence.

import { breath } from "../breath.js";
import { el } from "../elements.js";
import { evidence } from "../evidence.js";
import { words } from "../language.js";
import { nameOf, tiesOf } from "../parts.js";
import { change, read, settle, undo, undoable } from "../state.js";
import { table } from "../table.js";
import { pictureMenu } from "../takeaway/picture.js";
import { drawing } from "./drawing.js";
import { filters } from "./filters.js";
import { filters as narrowed, isPeriod, sceneOf, UNFILTERED } from "./scene.js";

const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

// A pin that was cut off in a mail has no place.
export const pins = (state) => new Map((state.pinned ?? []).map((pin) => pin.split(":")).map(([id, x, y]) => [id, { x: parseFloat(x), y: parseFloat(y) }])
  .filter(([, { x, y }]) => Number.isFinite(x) && Number.isFinite(y)));

export class Picture {
  #canvas = null;
  #opening = null;
  #model = null;
  #state = null;
  #shown = null;
  #lineLabels = false;
  #drawn = null;
  #closed = false;

  // actions.expand(id), actions.grow() or null where there is no more to load.
  constructor(actions) {
    this.actions = actions;
    this.stage = el("div", { class: "stage", tabindex: "0", role: "group", "aria-roledescription": words.picture, onkeydown: (event) => this.#key(event) });
    this.count = el("p", { class: "count-line", role: "status" });
    this.spoken = el("p", { class: "unseen", role: "status" });
    this.tools = el("div", { class: "tools", role: "toolbar", "aria-label": words.tools });
    this.side = el("aside", { class: "panel", "aria-label": words.evidence, tabindex: "-1" });
    this.sieve = el("details", { class: "sieve", open: matchMedia("(min-width: 60rem)").matches }, el("summary", {}, words.filters));
    this.list = el("div", { class: "tables", hidden: true });
    this.element = el("section", { class: "picture", "aria-label": words.picture },
      this.tools, this.sieve, el("div", { class: "middle" }, this.count, this.stage, this.list, this.spoken), this.side);
  }

  // Draw what the filters of the state let through of the model.
  async show(model, state) {
    const before = this.#state;
    this.#model = model;
    this.#state = state;
    await breath();
    if (this.#state !== state) return;
    this.scene = sceneOf(model, state);
    await breath();
    if (this.#state !== state) return;
    const asTable = state.show === "table";
    this.stage.hidden = asTable;
    this.list.hidden = !asTable;
    const key = JSON.stringify({ ...state, at: null, show: null, size: model.entities.size + model.pairs.size });
    const anew = key !== this.#shown;
    if (anew) this.#fill();
    await breath();
    if (this.#state !== state) return;
    this.#shown = key;
    // Before it is drawn: what stands around it gives the picture its size, and to change that waits until all is drawn.
    this.side.hidden = asTable && !state.at;
    this.#tools();
    if (anew || before?.at !== state.at) this.#evidence(before !== null && before.at !== state.at);
    if (asTable) this.list.replaceChildren(...table(this.scene, (at) => this.#select(at)));
    else await this.#draw(key);
  }

  // Get ready to draw; before there is anything to show, it takes none of the time in which the API answers.
  prepare() {
    this.#opening ??= drawing().then(async (Canvas) => {
      const canvas = await Canvas?.in(this.stage, {
        select: (at) => this.#select(at),
        pin: (id, at) => this.pin(id, at),
        settled: () => { this.stage.dataset.settled = "drawn"; },
      }) ?? null;
      if (this.#closed) canvas?.close();
      else this.#canvas = canvas;
    });
    return this.#opening;
  }

  // What is drawn is told by its own key: filters may have been changed beside the table.
  async #draw(key) {
    await this.prepare();
    if (this.#closed) return;
    if (!this.#canvas) {
      this.stage.replaceChildren(el("p", { class: "error" }, words.noPicture));
      this.stage.dataset.settled = "none";
      return;
    }
    if (key !== this.#drawn) {
      this.#drawn = key;
      delete this.stage.dataset.settled;
      if (this.#lineLabels) this.#labelLines();
      await this.#canvas.show(this.scene, this.#centres(), new Map([...this.#model.placed, ...pins(this.#state)]));
    }
    this.#canvas?.select(this.#state.at ?? null);
  }

  #centres() {
    return [...(this.#state.centre ?? []), this.#state.from, this.#state.to].filter((id) => this.#model.entities.has(id));
  }

  #fill() {
    const old = this.sieve.querySelector("form");
    const place = old ? [...old.elements].indexOf(document.activeElement) : -1;
    const form = filters(this.#model, this.#state);
    if (old) old.replaceWith(form);
    else this.sieve.append(form);
    if (place >= 0) form.elements[place]?.focus({ preventScroll: true });
    const { nodes, pairs, all, hidden } = this.scene;
    const left = [...this.#model.left.values()].reduce((sum, n) => sum + n, 0);
    const said = [words.shown(nodes.length, all, pairs.length), hidden ? words.hidden(hidden) : null, left ? words.left(left) : null, this.#missed()];
    this.count.textContent = said.filter(Boolean).join(words.semicolon);
    this.stage.setAttribute("aria-label", words.pictureOf(nodes.length, pairs.length));
  }

  // Why the filters leave nothing, where they do.
  #missed() {
    const { since, until } = this.#state;
    if (!isPeriod(this.#state)) return words.noPeriod([since, until].filter(Boolean).join(words.until));
    return narrowed(this.#state) && !this.scene.pairs.length ? words.nothingPasses : null;
  }

  // Tools

  #tools() {
    const focused = document.activeElement?.dataset?.tool;
    const state = this.#state;
    const asTable = state.show === "table";
    const tool = (name, text, onclick, more = {}) => el("button", { type: "button", "data-tool": name, onclick, ...more }, text);
    const canvas = (act) => () => this.#canvas && act(this.#canvas);
    this.tools.replaceChildren(...[
      el("div", { class: "switch", role: "group", "aria-label": words.showAs },
        tool("picture", words.picture, () => change({ show: null }), { "aria-pressed": String(!asTable) }),
        tool("table", words.table, () => change({ show: "table" }), { "aria-pressed": String(asTable) })),
      tool("undo", words.undo, undo, { disabled: !undoable() }),
      asTable ? null : [
        tool("in", "+", canvas((each) => each.zoom(1.5)), { "aria-label": words.zoomIn, title: words.zoomIn }),
        tool("out", "−", canvas((each) => each.zoom(1 / 1.5)), { "aria-label": words.zoomOut, title: words.zoomOut }),
        tool("fit", words.fit, canvas((each) => each.fit())),
        tool("labels", words.lineLabels, () => this.#toggleLabels(), { "aria-pressed": String(this.#lineLabels) })],
      narrowed(state) || state.size ? tool("unfilter", words.unfilter, () => change(UNFILTERED)) : null,
      state.hidden ? tool("unhide", words.unhide, () => change({ hidden: null })) : null,
      state.pinned ? tool("unpin", words.unpin, () => change({ pinned: null })) : null,
      this.actions.grow?.() ? tool("grow", words.grow, this.actions.grow()) : null,
      pictureMenu(() => ({ model: this.#model, scene: this.scene, state: this.#state, positions: this.#canvas?.positions ?? null })),
    ].flat().filter(Boolean));
    if (focused) this.tools.querySelector(`[data-tool="${focused}"]`)?.focus({ preventScroll: true });
  }

  #toggleLabels() {
    this.#lineLabels = !this.#lineLabels;
    this.#labelLines();
    this.#tools();
  }

  #labelLines() {
    const label = ({ key, ties }) => [key, tiesOf(ties)];
    this.#canvas?.labelLines(this.#lineLabels ? new Map(this.scene.pairs.map(label)) : null);
  }

  // What is looked at

  #select(at) {
    if (at !== (this.#state.at ?? null)) settle({ at });
  }

  #evidence(focus) {
    this.side.replaceChildren(...evidence(this.#model, this.scene, this.#state, this));
    const at = this.#state.at;
    if (focus && at) this.spoken.textContent = this.side.querySelector("h2")?.textContent ?? "";
    if (focus && at && !this.stage.contains(document.activeElement)) this.side.focus({ preventScroll: true });
  }

  select(at) { this.#select(at); }

  expand(id) { this.actions.expand(id); }

  hide(id) {
    const { hidden = [] } = read();
    change({ hidden: [...hidden, id], at: null });
  }

  pin(id, at = this.#canvas?.positions.get(id)) {
    const kept = (this.#state.pinned ?? []).filter((pin) => !pin.startsWith(`${id}:`));
    if (at) change({ pinned: [...kept, `${id}:${Math.round(at.x)}:${Math.round(at.y)}`] });
  }

  unpin(id) {
    const kept = (this.#state.pinned ?? []).filter((pin) => !pin.startsWith(`${id}:`));
    change({ pinned: kept.length ? kept : null });
  }

  // Arrows go from node to node, Enter leads to the panel, Escape lets go; + and - zoom, 0 shows all.
  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || !this.#canvas || !this.scene) return;
    const at = this.#state.at;
    const start = this.#canvas.graph.hasNode(at) ? at : null;
    if (DIRECTIONS[event.key]) {
      const next = start ? this.#canvas.neighbour(start, DIRECTIONS[event.key]) : this.#centres()[0] ?? this.scene.nodes[0]?.id;
      if (next) {
        this.#select(next);
        this.#canvas.centreOn(next);
        this.spoken.textContent = nameOf(next) ?? "";
      }
    } else if (event.key === "Enter" && at) this.side.focus();
    else if (event.key === "Escape") this.#select(null);
    else if (event.key === "+" || event.key === "=") this.#canvas.zoom(1.5);
    else if (event.key === "-") this.#canvas.zoom(1 / 1.5);
    else if (event.key === "0") this.#canvas.fit();
    else return;
    event.preventDefault();
  }

  close() {
    this.#canvas?.close();
    this.#canvas = null;
    this.#closed = true;
  }
}
