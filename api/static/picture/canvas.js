// The drawing: sigma over a graphology graph that is made anew for each scene; where things stand is kept across scenes.

import { names } from "../parts.js";
import { Layout } from "./layout.js";
import { lineWidth, nodeSize, palette, SHAPES } from "./look.js";
import { place } from "./placing.js";
import { pairKey } from "./model.js";
import { Diamond, Square } from "./shapes.js";

const { Sigma, graphology } = globalThis;
const FONT = 'system-ui, "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif';
const MANY = 1500; // lines that are left out while the picture is moved

// A name above its node on a ground of the page's own, which sigma draws white for all.
function hover(colors) {
  return (context, { label, x, y, size }, { labelSize, labelFont, labelWeight }) => {
    if (!label) return;
    context.font = `${labelWeight} ${labelSize}px ${labelFont}`;
    const width = context.measureText(label).width + 10;
    context.fillStyle = colors.panel;
    context.strokeStyle = colors.accent;
    context.beginPath();
    context.roundRect(x + size + 1, y - labelSize, width, 2 * labelSize, 4);
    context.fill();
    context.stroke();
    context.beginPath();
    context.arc(x, y, size + 3, 0, 2 * Math.PI);
    context.stroke();
    context.fillStyle = colors.text;
    context.fillText(label, x + size + 6, y + labelSize / 3);
  };
}

export class Canvas {
  positions = new Map();
  #layout = new Layout();
  #colors = palette();
  #selected = null;
  #near = null;
  #scene = null;
  #labelled = null;

  // on.select(key or null), on.pin(id, position), on.label(pair) → text of an edge, on.settled().
  constructor(container, on) {
    this.on = on;
    this.renderer = new Sigma(new graphology.Graph(), container, {
      allowInvalidContainer: true,
      defaultEdgeType: "line",
      nodeProgramClasses: { square: Square, diamond: Diamond },
      defaultDrawNodeHover: hover(this.#colors),
      labelFont: FONT, labelSize: 13, labelWeight: "500", labelColor: { color: this.#colors.text },
      edgeLabelFont: FONT, edgeLabelSize: 11, edgeLabelColor: { color: this.#colors.quiet },
      labelRenderedSizeThreshold: 5, labelDensity: 0.8, labelGridCellSize: 110,
      enableEdgeEvents: true, zIndex: true, stagePadding: 40, minCameraRatio: 0.02, maxCameraRatio: 4,
      nodeReducer: (id, data) => this.#node(id, data),
      edgeReducer: (key, data) => this.#edge(key, data),
    });
    this.#listen();
  }

  #listen() {
    const { renderer, on } = this;
    renderer.on("clickNode", ({ node }) => on.select(node));
    renderer.on("clickEdge", ({ edge }) => on.select(edge));
    renderer.on("clickStage", () => on.select(null));
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

  get graph() { return this.renderer.getGraph(); }

  // A scene, whose pinned nodes (a Map id → { x, y }) stay where they are told to be. Only what changes the set of nodes or lines
  // moves anything.
  show(scene, centres, pinned) {
    const { positions } = this;
    for (const [id, at] of pinned) positions.set(id, at);
    const before = this.#scene;
    const same = before && scene.nodes.length === before.nodes.length && scene.pairs.length === before.pairs.length
      && scene.nodes.every(({ id }, index) => id === before.nodes[index].id);
    const fewer = before && scene.nodes.every(({ id }) => positions.has(id));
    place(scene, positions, centres);
    this.#scene = scene;
    this.renderer.setGraph(this.#graphOf(scene, new Set(centres)));
    this.renderer.setSetting("hideEdgesOnMove", scene.pairs.length > MANY);
    if (same || fewer) return this.on.settled();
    this.renderer.setCustomBBox(null);
    this.#layout.run(scene, positions, pinned, (done) => this.#move(done));
    return undefined;
  }

  #graphOf({ nodes, pairs }, centres) {
    const graph = new graphology.Graph({ type: "undirected" });
    for (const { id, entity, strength } of nodes) {
      graph.addNode(id, { ...this.positions.get(id), label: names(entity)[0], color: this.#colors[entity.kind],
        type: SHAPES[entity.kind], size: nodeSize(strength, centres.has(id)), forceLabel: centres.has(id) });
    }
    for (const pair of pairs) {
      graph.addUndirectedEdgeWithKey(pair.key, pair.source, pair.target, { color: this.#colors[pair.category], size: lineWidth(pair.strength) });
    }
    return graph;
  }

  #move(done) {
    this.graph.updateEachNodeAttributes((id, data) => Object.assign(data, this.positions.get(id)), { attributes: ["x", "y"] });
    if (done) this.on.settled();
  }

  // Looking

  select(key) {
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
    this.#layout.close();
    this.renderer.kill();
  }
}
