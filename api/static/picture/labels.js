// Where the names in a picture stand: beside their node, within the picture, upon no other name and upon no node.

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
