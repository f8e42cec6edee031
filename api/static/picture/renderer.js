// Sigma, whose work is cut into parts. To get a WebGL context or to link a program is to wait for the process that draws, and
// where that has no graphics processor of its own, it has much to do: so one is got at a time, if possible before the answer.

import { breath } from "../breath.js";
import { Diamond, Square } from "./shapes.js";

const { Sigma, graphology } = globalThis;
const LAYERS = ["edges", "nodes", "hoverNodes"]; // those of Sigma that are drawn by WebGL
const ATTRIBUTES = { preserveDrawingBuffer: false, antialias: false }; // as Sigma asks for them
const SHAPES = { square: Square, diamond: Diamond };

let prepared = new Map();

class Renderer extends Sigma {
  createLayer(id, tag, options) {
    const made = super.createLayer(id, tag, options);
    const ready = prepared.get(id);
    if (!ready) return made;
    ready.className = made.className;
    ready.style.cssText = made.style.cssText;
    made.replaceWith(ready);
    this.elements[id] = ready;
    return ready;
  }

  // Sigma draws at once what it is given; here the next frame does.
  refresh(options) {
    return super.refresh({ schedule: true, ...options });
  }
}

// A promise of a renderer of nothing yet, or of null where the browser cannot draw.
export async function rendererIn(container, settings) {
  const layers = new Map();
  for (const id of LAYERS) {
    const canvas = document.createElement("canvas");
    if (!(canvas.getContext("webgl2", ATTRIBUTES) ?? canvas.getContext("webgl", ATTRIBUTES))) return null;
    layers.set(id, canvas);
    await breath();
  }
  prepared = layers;
  const renderer = new Renderer(new graphology.Graph({ type: "undirected" }), container, settings);
  prepared = new Map();
  for (const [name, program] of Object.entries(SHAPES)) {
    await breath();
    renderer.setSetting("nodeProgramClasses", { ...renderer.getSetting("nodeProgramClasses"), [name]: program });
  }
  await breath();
  return renderer;
}
