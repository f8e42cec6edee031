// Work in parts, so that the page answers in between.

const channel = new MessageChannel();
const waiting = [];
channel.port1.onmessage = () => waiting.shift()();

// A promise that is kept in a task of its own: after what the reader did meanwhile, without waiting for a frame.
export const breath = () => globalThis.scheduler?.yield?.() ?? new Promise((done) => {
  waiting.push(done);
  channel.port2.postMessage(null);
});

// The same after the next frame, for what is to be seen before more is done.
export const frame = () => new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); });

// all cut into lists of so many.
export function* parts(all, size) {
  for (let start = 0; start < all.length; start += size) yield all.slice(start, start + size);
}
