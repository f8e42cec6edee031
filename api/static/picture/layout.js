// The layout, computed by a worker, so that the page answers meanwhile. Equal pictures get equal layouts: the rounds are
// counted, not timed.

const FIELDS = 10;
const ROUNDS = [[300, 400], [1000, 200], [3000, 100], [Infinity, 60]];
const STILL = 1500; // nodes from which on only the end of the layout is drawn, since each drawing takes its time

const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

export class Layout {
  #worker = null;
  #run = 0;

  // moved(positions, done) is called with the positions (a Map that is filled in place), once or more often.
  run({ nodes, pairs }, positions, pinned, moved) {
    this.#worker ??= new Worker("/static/picture/layout-worker.js");
    const place = new Map(nodes.map(({ id }, index) => [id, index * FIELDS]));
    const matrix = new Float32Array(nodes.length * FIELDS);
    nodes.forEach(({ id, strength }, index) => {
      const { x, y } = positions.get(id);
      matrix.set([x, y, 0, 0, 0, 0, 1 + Math.min(strength, 20), 1, 1, pinned.has(id) ? 1 : 0], index * FIELDS);
    });
    const edges = new Float32Array(pairs.flatMap(({ source, target, strength }) => [place.get(source), place.get(target), Math.min(strength, 5)]));
    const ids = nodes.map(({ id }) => id);
    const run = ++this.#run;
    this.#worker.onmessage = ({ data }) => {
      if (data.run !== run) return; // of other nodes, sent before this was asked for
      ids.forEach((id, index) => positions.set(id, { x: data.positions[2 * index], y: data.positions[2 * index + 1] }));
      moved(data.done);
    };
    const [, rounds] = ROUNDS.find(([most]) => nodes.length <= most);
    const every = nodes.length > STILL || still() ? Infinity : 60;
    this.#worker.postMessage({ run, nodes: matrix, edges, rounds, every }, [matrix.buffer, edges.buffer]);
  }

  close() {
    this.#worker?.terminate();
    this.#worker = null;
  }
}
