// Where nodes stand before the layout begins: around what they hang on, the same for the same picture every time.

const RING = 100;

// Positions (a Map id → { x, y }) for those nodes of the scene that have none yet.
export function place({ nodes, pairs }, positions, centres) {
  const around = new Map(nodes.map(({ id }) => [id, []]));
  for (const { source, target } of pairs) {
    around.get(source)?.push(target);
    around.get(target)?.push(source);
  }
  for (const level of levels(around, positions, centres)) {
    for (const [parent, children] of level) spread(parent, children, positions);
  }
}

// Those already placed come first; from them and the centres outwards, each new node under the one that reached it.
function* levels(around, positions, centres) {
  let frontier = [...around.keys()].filter((id) => positions.has(id));
  const reached = new Set(frontier);
  const roots = centres.filter((id) => around.has(id) && !reached.has(id));
  const loose = () => [...around.keys()].find((id) => !reached.has(id));
  if (!frontier.length && !roots.length && around.size) roots.push(loose());
  if (roots.length) yield [[null, roots]];
  for (const id of roots) reached.add(id);
  frontier.push(...roots);
  while (frontier.length) {
    const level = [];
    for (const id of frontier) {
      const children = around.get(id).filter((each) => !reached.has(each));
      for (const child of children) reached.add(child);
      if (children.length) level.push([id, [...new Set(children)]]);
    }
    if (level.length) yield level;
    frontier = level.flatMap(([, children]) => children);
  }
  const rest = [...around.keys()].filter((id) => !reached.has(id));
  if (rest.length) yield [[null, rest]];
}

// Children on a sunflower behind their parent, seen from the middle; those of nobody around the middle.
function spread(parent, children, positions) {
  const { x, y } = positions.get(parent) ?? { x: 0, y: 0 };
  const outward = Math.atan2(y, x);
  const single = parent === null && children.length === 1;
  const out = parent === null || (x === 0 && y === 0) ? 0 : RING * (1 + Math.sqrt(children.length) / 4);
  children.forEach((id, place) => {
    const radius = single ? 0 : (RING / 3) * Math.sqrt(place + 4);
    const angle = outward + place * Math.PI * (3 - Math.sqrt(5));
    positions.set(id, { x: x + out * Math.cos(outward) + radius * Math.cos(angle), y: y + out * Math.sin(outward) + radius * Math.sin(angle) });
  });
}
