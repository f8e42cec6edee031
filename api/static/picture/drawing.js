// What draws the picture, loaded when the first is wanted.

import { el } from "../elements.js";

const script = (src) => new Promise((done, fail) => { document.head.append(el("script", { src, onload: done, onerror: fail })); });

// Sigma comes with a program for images, which asks for WebGL twice as soon as it is read: it breaks where there is none, and
// each time the page waits for the process that draws. No picture here has images, so a size is told without asking.
async function sigma() {
  if (!document.createElement("canvas").getContext("2d")) throw new TypeError("no canvas");
  const { getContext } = HTMLCanvasElement.prototype;
  HTMLCanvasElement.prototype.getContext = function told(kind, ...rest) {
    return kind === "webgl" ? { canvas: this, getParameter: () => 2048 } : getContext.call(this, kind, ...rest);
  };
  await script("/static/vendor/sigma.min.js").finally(() => { HTMLCanvasElement.prototype.getContext = getContext; });
}

let loading = null;

// A promise of the class Canvas, or of null where it did not come; asked for early, it comes while the API answers.
export function drawing() {
  loading ??= Promise.all([sigma(), script("/static/vendor/graphology.umd.min.js")]).then(() => import("./canvas.js"))
    .then(({ Canvas }) => Canvas).catch(() => { loading = null; return null; });
  return loading;
}
