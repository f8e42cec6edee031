// What draws the picture, loaded when the first is wanted: sigma asks for WebGL as soon as it is read, and breaks where there is none.

import { el } from "../elements.js";

const script = (src) => new Promise((done, fail) => { document.head.append(el("script", { src, onload: done, onerror: fail })); });

function drawable() {
  const canvas = document.createElement("canvas");
  return Boolean(canvas.getContext("webgl2") ?? canvas.getContext("webgl"));
}

let loading = null;

// A promise of the module with Canvas, or of null where the browser cannot draw; asked for early, it comes while the API answers.
export function drawing() {
  loading ??= drawable()
    ? Promise.all(["/static/vendor/graphology.umd.min.js", "/static/vendor/sigma.min.js"].map(script)).then(() => import("./canvas.js")).catch(() => null)
    : Promise.resolve(null);
  return loading;
}
