// Where names and what is written along lines stand in a picture: within it, upon no other text and upon no node.

const LONGEST = 30; // characters of a label
const MANY = 500; // nodes, between which there is no room to look for

export const shortened = (label) => ([...label].length > LONGEST ? `${[...label].slice(0, LONGEST - 1).join("")}…` : label);

// Right of its node, left of it, above or below: boxes [left, top, right, bottom].
function places({ x, y, size }, width, height) {
  const off = size + 5;
  return [[x + off, y], [x - off - width, y], [x - width / 2, y - off - height / 2], [x - width / 2, y + off + height / 2]]
    .map(([left, middle]) => [left, middle - height / 2, left + width, middle + height / 2]);
}

const overlap = ([left, top, right, bottom], other) => left < other[2] && other[0] < right && top < other[3] && other[1] < bottom;

// The boxes of nodes, each { x, y, size }, that names are to keep clear of.
export const nodeBoxes = (nodes) => (nodes.length > MANY ? [] : nodes.map(({ x, y, size }) => [x - size, y - size, x + size, y + size]));

// The box for a text so wide and high beside its node, added to those taken; null where there is none in a picture of that size.
// A name that must be told may hide a node.
export function boxFor(node, [width, height], [right, bottom], { taken, nodes, must = false }) {
  const isFree = (box) => !taken.some((other) => overlap(box, other));
  const free = places(node, width, height).filter((box) => box[0] > 0 && box[1] > 0 && box[2] < right && box[3] < bottom && isFree(box));
  const box = free.find((each) => !nodes.some((other) => overlap(each, other))) ?? (must ? free[0] : null) ?? null;
  if (box) taken.push(box);
  return box;
}

const ALONG = [0.5, 0.35, 0.65, 0.2, 0.8]; // of the free part of a line: where the middle of its text may be

// Squares as high as the text, one behind the other, which leave less beside a slanting text than a single box does.
function squares([x, y], [dx, dy], width, height) {
  const count = Math.max(Math.ceil(width / height), 2);
  return Array.from({ length: count }, (_, i) => {
    const off = (i / (count - 1) - 0.5) * (width - height);
    const [left, top] = [x + dx * off - height / 2, y + dy * off - height / 2];
    return [left, top, left + height, top + height];
  });
}

// One box around a row of them, of which the first and the last reach farthest.
function around(boxes) {
  const [first, last] = [boxes[0], boxes.at(-1)];
  return first.map((side, i) => (i < 2 ? Math.min(side, last[i]) : Math.max(side, last[i])));
}

// The middle of a text so wide and high along a line between two nodes, each { x, y, size }, and the angle at which it can be read; what
// it covers is added to those taken. Null where there is no room for it.
export function alongLine(source, target, [width, height], { taken, nodes }) {
  const [from, to] = source.x <= target.x ? [source, target] : [target, source];
  const long = Math.hypot(to.x - from.x, to.y - from.y);
  const free = long - from.size - to.size;
  if (free < width) return null;
  const way = [(to.x - from.x) / long, (to.y - from.y) / long];
  for (const part of ALONG) {
    const off = from.size + Math.min(Math.max(free * part, width / 2), free - width / 2);
    const middle = [from.x + way[0] * off, from.y + way[1] * off];
    const boxes = squares(middle, way, width, height);
    const whole = around(boxes);
    const near = [...taken, ...nodes].filter((other) => overlap(whole, other));
    if (boxes.some((box) => near.some((other) => overlap(box, other)))) continue;
    taken.push(...boxes);
    return { middle, angle: Math.atan2(way[1], way[0]) };
  }
  return null;
}
