// ForceAtlas2 in a thread of its own. Told { run, nodes, edges, rounds, every }, it answers { run, positions, done } now and
// then; a new request ends the one before it.

const module = {};
importScripts("/static/vendor/forceatlas2.iterate.js");
const iterate = module.exports;

const FIELDS = 10; // of a node, as iterate.js lays them out; x and y come first
const SETTINGS = { linLogMode: false, outboundAttractionDistribution: false, adjustSizes: false, edgeWeightInfluence: 0.5,
  scalingRatio: 40, strongGravityMode: true, gravity: 0.02, slowDown: 4, barnesHutTheta: 0.6 };

let current = null;

self.addEventListener("message", ({ data: { run, nodes, edges, rounds, every } }) => {
  current = run;
  const settings = { ...SETTINGS, barnesHutOptimize: nodes.length / FIELDS > 500, slowDown: SETTINGS.slowDown + Math.log(nodes.length) };
  let done = 0;
  let told = performance.now();
  function some() {
    if (run !== current) return;
    const until = performance.now() + 40;
    while (done < rounds && performance.now() < until) {
      iterate(settings, nodes, edges);
      done += 1;
    }
    if (done === rounds || performance.now() - told > every) {
      const positions = new Float32Array(nodes.length / FIELDS * 2);
      for (let each = 0; each < positions.length / 2; each += 1) positions.set(nodes.subarray(each * FIELDS, each * FIELDS + 2), each * 2);
      told = performance.now();
      postMessage({ run, positions, done: done === rounds }, [positions.buffer]);
    }
    if (done < rounds) setTimeout(some);
  }
  some();
});
