// The drawing: sigma over a graphology graph that is made anew for each scene; where things stand is kept across scenes.

import { breath, frame, parts } from "../breath.js";
import { names } from "../parts.js";
import { alongLine, boxFor, nodeBoxes, shortened } from "./labels.js";
import { Layout } from "./layout.js";
import { lineWidth, nodeSize, palette, SHAPES } from "./look.js";
import { place } from "./placing.js";
import { pairKey } from "./model.js";
import { rendererIn } from "./renderer.js";

const { graphology } = globalThis;
const FONT = 'system-ui, "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif';
const REACH = 8; // px from a line that still mean it
const MANY = 1500; // lines that are left out while the picture is moved
const FEW = 500; // nodes of which as many are named as there is room for
const FEW_NAMED = { labelRenderedSizeThreshold: 5, labelDensity: 4 };
const MANY_NAMED = { labelRenderedSizeThreshold: 2.5, labelDensity: 0.8 };
const AT_ONCE = 3000; // nodes or lines that are added before the page may answer again

// A name beside its node, with an edge in the colour of the ground, so that lines do not cross it out. boxes() gives those of this
// frame: { taken, nodes }.
const drawLabel = (colors, boxes) => (context, data, { labelSize, labelFont, labelWeight }) => {
  if (!data.label) return;
  const text = shortened(data.label);
  context.font = `${labelWeight} ${labelSize}px ${labelFont}`;
  const { clientWidth, clientHeight } = context.canvas;
  const box = boxFor(data, [context.measureText(text).width, labelSize], [clientWidth, clientHeight], { ...boxes(), must: data.forceLabel });
  if (!box) return;
  write(context, text, [box[0], box[3] - labelSize * 0.15], colors.panel, colors.text);
};

function write(context, text, at, ground, color) {
  context.strokeStyle = ground;
  context.lineWidth = 3;
  context.lineJoin = "round";
  context.strokeText(text, ...at);
  context.fillStyle = color;
  context.fillText(text, ...at);
}

// What is told of a line, along it; the names of nodes stand already.
const drawLineLabel = (colors, boxes) => (context, data, source, target, { edgeLabelSize, edgeLabelFont }) => {
  if (!data.label) return;
  context.font = `${edgeLabelSize}px ${edgeLabelFont}`;
  const { width } = context.measureText(data.label);
  const place = alongLine(source, target, [width, edgeLabelSize], boxes());
  if (!place) return;
  context.save();
  context.translate(...place.middle);
  context.rotate(place.angle);
  write(context, data.label, [-width / 2, edgeLabelSize * 0.35], colors.panel, colors.quiet);
  context.restore();
};

// The whole name on a ground of the page's own, which sigma draws white for all.
const drawHover = (colors) => (context, data, { labelSize, labelFont, labelWeight }) => {
  const { label, x, y, size } = data;
  context.strokeStyle = colors.accent;
  context.lineWidth = 2;
  context.beginPath();
  context.arc(x, y, size * 1.25 + 3, 0, 2 * Math.PI);
  context.stroke();
  if (!label) return;
  context.font = `${labelWeight} ${labelSize}px ${labelFont}`;
  // As much of it as there is room for, on the side with more room.
  const room = context.canvas.clientWidth - x - size - 13;
  const onRight = room > x / 2;
  let text = label;
  while (context.measureText(text).width > (onRight ? room : x - size - 13) && text.length > 8) text = `${[...text].slice(0, -2).join("")}…`;
  const { width } = context.measureText(text);
  const left = onRight ? x + size + 5 : x - size - 5 - width;
  context.fillStyle = colors.panel;
  context.lineWidth = 1;
  context.beginPath();
  context.roundRect(left - 4, y - labelSize, width + 8, 2 * labelSize, 4);
  context.fill();
  context.stroke();
  context.fillStyle = colors.text;
  context.fillText(text, left, y + labelSize * 0.35);
};

export class Canvas {
  positions = new Map();
  #layout = new Layout();
  #colors = palette();
  #selected = null;
  #near = null;
  #scene = null;
  #labelled = null;
  #turn = 0;
  #moving = false;
  #boxes = null;

  // A promise of a canvas, or of null where the browser cannot draw. on.select(key or null), on.pin(id, position), on.settled().
  static async in(container, on) {
    const canvas = new Canvas();
    canvas.on = on;
    return await canvas.#open(container) ? canvas : null;
  }

  async #open(container) {
    const boxes = () => (this.#boxes ??= { taken: [], nodes: this.#nodeBoxes() });
    this.renderer = await rendererIn(container, {
      allowInvalidContainer: true,
      defaultEdgeType: "line",
      defaultDrawNodeLabel: drawLabel(this.#colors, boxes), defaultDrawNodeHover: drawHover(this.#colors), defaultDrawEdgeLabel: drawLineLabel(this.#colors, boxes),
      labelFont: FONT, labelSize: 13, labelWeight: "500", labelColor: { color: this.#colors.text },
      edgeLabelFont: FONT, edgeLabelSize: 11, edgeLabelColor: { color: this.#colors.quiet },
      labelGridCellSize: 110, ...FEW_NAMED,
      enableEdgeEvents: true, zIndex: true, stagePadding: 40, minCameraRatio: 0.02, maxCameraRatio: 4,
      nodeReducer: (id, data) => this.#node(id, data),
      edgeReducer: (key, data) => this.#edge(key, data),
    });
    if (!this.renderer) return false;
    this.renderer.on("beforeRender", () => { this.#boxes = null; });
    // For who measures how soon there is something to see, and asks where.
    this.renderer.on("afterRender", () => this.#scene && dispatchEvent(new CustomEvent("picture", { detail: this })));
    this.#listen();
    return true;
  }

  #listen() {
    const { renderer, on } = this;
    renderer.on("clickNode", ({ node }) => on.select(node));
    renderer.on("clickEdge", ({ edge }) => on.select(edge));
    // A line is thin, and a finger is not.
    renderer.on("clickStage", ({ event }) => on.select(this.#nearestLine(event)));
    let dragged = null;
    let moved = false;
    renderer.on("downNode", ({ node }) => { dragged = node; moved = false; });
    renderer.on("moveBody", ({ event }) => {
      if (!dragged) return;
      moved = true;
      if (!renderer.getCustomBBox()) renderer.setCustomBBox(renderer.getBBox());
      const { x, y } = renderer.viewportToGraph(event);
      this.graph.mergeNodeAttributes(dragged, { x, y });
      this.positions.set(dragged, { x, y });
      event.preventSigmaDefault();
      event.original.preventDefault();
    });
    for (const end of ["upNode", "upStage"]) {
      renderer.on(end, () => {
        if (dragged && moved) on.pin(dragged, this.positions.get(dragged));
        dragged = null;
      });
    }
  }

  #nodeBoxes() {
    const { renderer } = this;
    return nodeBoxes(this.graph.mapNodes((id) => {
      const { size, ...at } = renderer.getNodeDisplayData(id);
      return { ...renderer.framedGraphToViewport(at), size: renderer.scaleSize(size) };
    }));
  }

  get graph() { return this.renderer.getGraph(); }

  // A scene, whose pinned nodes (a Map id → { x, y }) stay where they are told to be. Only what changes the set of nodes or lines
  // moves anything.
  async show(scene, centres, pinned) {
    const { positions } = this;
    const mine = ++this.#turn;
    for (const [id, at] of pinned) positions.set(id, at);
    // A place that a layout has not left yet is only where it began.
    const known = this.#scene !== null && !this.#moving && scene.nodes.every(({ id }) => positions.has(id));
    this.#moving = !known;
    place(scene, positions, centres);
    await breath();
    const [first, ...rest] = parts([...scene.pairs].sort((a, b) => b.strength - a.strength), AT_ONCE);
    const graph = await this.#graphOf(scene, first ?? [], new Set(centres));
    if (mine !== this.#turn) return;
    this.#scene = scene;
    this.#set({ hideEdgesOnMove: scene.pairs.length > MANY, ...(scene.nodes.length > FEW ? MANY_NAMED : FEW_NAMED) });
    if (!known) this.renderer.setCustomBBox(null);
    this.renderer.setGraph(graph);
    for (const lines of rest) {
      await frame();
      if (mine !== this.#turn) return;
      for (const pair of lines) this.#addLine(graph, pair);
    }
    if (known) this.on.settled();
    else this.#layout.run(scene, positions, pinned, (done) => mine === this.#turn && this.#move(done));
  }

  // Only what changes, as each setting that is set is looked at by all of sigma.
  #set(settings) {
    for (const [name, value] of Object.entries(settings)) if (this.renderer.getSetting(name) !== value) this.renderer.setSetting(name, value);
  }

  // A graph of all nodes and of those lines.
  async #graphOf({ nodes }, pairs, centres) {
    const graph = new graphology.Graph({ type: "undirected" });
    for (const some of parts(nodes, AT_ONCE)) {
      for (const { id, entity, strength } of some) {
        graph.addNode(id, { ...this.positions.get(id), label: names(entity)[0], color: this.#colors[entity.kind],
          type: SHAPES[entity.kind], size: nodeSize(strength, centres.has(id), nodes.length), forceLabel: centres.has(id) });
      }
      await breath();
    }
    for (const pair of pairs) this.#addLine(graph, pair);
    await breath();
    return graph;
  }

  #addLine(graph, { key, source, target, category, strength }) {
    graph.addUndirectedEdgeWithKey(key, source, target, { color: this.#colors[category], size: lineWidth(strength) });
  }

  #move(done) {
    if (done) {
      this.#moving = false;
      this.renderer.once("afterRender", () => this.on.settled());
    }
    this.graph.updateEachNodeAttributes((id, data) => Object.assign(data, this.positions.get(id)), { attributes: ["x", "y"] });
  }

  // Looking

  select(key) {
    if (key === this.#selected) return;
    this.#selected = key;
    this.#near = null;
    const { graph } = this;
    if (key && graph.hasNode(key)) this.#near = new Set([key, ...graph.neighbors(key)]);
    else if (key && graph.hasEdge(key)) this.#near = new Set(graph.extremities(key));
    this.renderer.refresh({ skipIndexation: true });
  }

  #node(id, data) {
    if (!this.#near) return data;
    if (!this.#near.has(id)) return { ...data, color: this.#colors.faint, label: "", forceLabel: false, zIndex: 0 };
    return { ...data, zIndex: 1, forceLabel: this.#near.size < 40, highlighted: id === this.#selected };
  }

  #edge(key, data) {
    const near = !this.#near || this.#ends(key).every((id) => this.#near.has(id)) && (!this.graph.hasNode(this.#selected) || this.#ends(key).includes(this.#selected));
    const label = this.#labelled && near ? this.#labelled.get(key) : undefined;
    if (!near) return { ...data, color: this.#colors.faint, size: 0.5, zIndex: 0 };
    return { ...data, label, forceLabel: Boolean(label), size: key === this.#selected ? data.size + 3 : data.size, zIndex: 1 };
  }

  #ends(key) { return this.graph.extremities(key); }

  // Labels of lines (a Map key → text), or null for none.
  labelLines(labels) {
    this.#labelled = labels;
    this.renderer.setSetting("renderEdgeLabels", labels !== null);
  }

  #nearestLine({ x, y }) {
    let best = { key: null, distance: REACH };
    const at = new Map(this.graph.mapNodes((id, data) => [id, this.renderer.graphToViewport(data)]));
    this.graph.forEachEdge((key, _, source, target) => {
      const [a, b] = [at.get(source), at.get(target)];
      const [dx, dy] = [b.x - a.x, b.y - a.y];
      const along = Math.min(Math.max(((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1), 0), 1);
      const distance = Math.hypot(a.x + along * dx - x, a.y + along * dy - y);
      if (distance < best.distance) best = { key, distance };
    });
    return best.key;
  }

  // The node that lies from the one selected into a direction (a unit vector of the screen), or the centre.
  neighbour(from, [dx, dy]) {
    const at = (id) => this.renderer.graphToViewport(this.graph.getNodeAttributes(id));
    const here = at(from);
    let best = null;
    this.graph.forEachNode((id) => {
      if (id === from) return;
      const there = at(id);
      const [x, y] = [there.x - here.x, there.y - here.y];
      const along = x * dx + y * dy;
      if (along <= 0) return;
      const cost = along + 2.5 * Math.abs(x * dy - y * dx) - (this.graph.hasEdge(pairKey(id, from)) ? 30 : 0);
      if (best === null || cost < best.cost) best = { id, cost };
    });
    return best?.id ?? null;
  }

  centreOn(id) {
    const { x, y } = this.renderer.getNodeDisplayData(id) ?? {};
    const seen = this.renderer.graphToViewport(this.graph.getNodeAttributes(id));
    const { width, height } = this.renderer.getDimensions();
    if (x !== undefined && (seen.x < 0 || seen.y < 0 || seen.x > width || seen.y > height)) this.#look({ x, y });
  }

  zoom(factor) { this.#look({ ratio: this.renderer.getCamera().ratio / factor }); }
  fit() {
    this.renderer.setCustomBBox(null);
    this.#look({ x: 0.5, y: 0.5, ratio: 1, angle: 0 });
  }

  #look(where) {
    const camera = this.renderer.getCamera();
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) camera.setState({ ...camera.getState(), ...where });
    else camera.animate(where, { duration: 250 });
  }

  close() {
    this.#turn += 1;
    this.#layout.close();
    this.renderer.kill();
  }
}
