// The picture as SVG, drawn from the same scene and positions; and as PNG, which is that SVG painted.

import { svg } from "../elements.js";
import { names } from "../parts.js";
import { boxFor, nodeBoxes, shortened } from "../picture/labels.js";
import { lineWidth, nodeSize, palette, SHAPES } from "../picture/look.js";

const [WIDTH, HEIGHT, MARGIN] = [1600, 1000, 80];
const FONT = 15;
const clean = (text) => String(text).toWellFormed().replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");

function fitted(nodes, positions) {
  const points = nodes.map(({ id }) => positions.get(id));
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const bounds = (values) => [values.reduce((a, b) => Math.min(a, b), Infinity), values.reduce((a, b) => Math.max(a, b), -Infinity)];
  const [[left, right], [low, high]] = [bounds(xs), bounds(ys)];
  const scale = Math.min((WIDTH - 2 * MARGIN) / (right - left || 1), (HEIGHT - 2 * MARGIN) / (high - low || 1));
  return ({ x, y }) => ({ x: WIDTH / 2 + (x - (left + right) / 2) * scale, y: HEIGHT / 2 - (y - (low + high) / 2) * scale });
}

function mark(kind, { x, y }, size, color) {
  if (SHAPES[kind] === "circle") return svg("circle", { cx: x, cy: y, r: size, fill: color });
  if (SHAPES[kind] === "square") return svg("rect", { x: x - size * 0.9, y: y - size * 0.9, width: size * 1.8, height: size * 1.8, fill: color });
  return svg("path", { d: `M${x} ${y - size * 1.3}L${x + size * 1.3} ${y}L${x} ${y + size * 1.3}L${x - size * 1.3} ${y}Z`, fill: color });
}

const width = (text) => [...text].reduce((sum, sign) => sum + (sign.codePointAt(0) > 0x2e80 ? FONT : FONT * 0.58), 0);

export function toSvg({ nodes, pairs }, positions, centres, title) {
  const colors = palette();
  const put = fitted(nodes, positions);
  const at = new Map(nodes.map(({ id }) => [id, put(positions.get(id))]));
  const root = svg("svg", { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT,
    "font-family": 'system-ui, "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif', "font-size": FONT });
  root.append(svg("title", {}, clean(title)), svg("rect", { width: WIDTH, height: HEIGHT, fill: colors.ground }));
  for (const { source, target, strength, category } of pairs) {
    const [a, b] = [at.get(source), at.get(target)];
    root.append(svg("line", { x1: a.x, y1: a.y, x2: b.x, y2: b.y, stroke: colors[category], "stroke-width": lineWidth(strength) }));
  }
  const sized = new Map(nodes.map(({ id, strength }) => [id, { ...at.get(id), size: nodeSize(strength, centres.has(id), nodes.length) }]));
  const boxes = nodeBoxes([...sized.values()]);
  const taken = [];
  const ordered = [...nodes].sort((a, b) => centres.has(b.id) - centres.has(a.id) || b.strength - a.strength);
  const labels = [];
  for (const { id, entity } of ordered) {
    const node = sized.get(id);
    root.append(mark(entity.kind, node, node.size, colors[entity.kind]));
    const text = shortened(clean(names(entity)[0]));
    const box = boxFor(node, [width(text), FONT * 1.4], [WIDTH, HEIGHT], { taken, nodes: boxes, must: centres.has(id) });
    if (box) labels.push(svg("text", { x: box[0], y: box[1] + FONT * 1.05, fill: colors.text, stroke: colors.ground, "stroke-width": 3, "paint-order": "stroke" }, text));
  }
  root.append(...labels);
  return new XMLSerializer().serializeToString(root);
}

// A PNG as a Blob, twice as fine as the SVG.
export async function toPng(drawing) {
  const address = URL.createObjectURL(new Blob([drawing], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [2 * WIDTH, 2 * HEIGHT];
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done) => { canvas.toBlob(done, "image/png"); });
  } finally {
    URL.revokeObjectURL(address);
  }
}
