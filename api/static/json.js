// JSON that is too large to be parsed at once: a worker parses it and hands its lists over in parts.

const LARGE = 1 << 20; // bytes

// The value of a response.
export async function parsed(response) {
  const bytes = await response.arrayBuffer();
  return bytes.byteLength < LARGE ? JSON.parse(new TextDecoder().decode(bytes)) : inParts(bytes);
}

function inParts(bytes) {
  const worker = new Worker("/static/json-worker.js");
  const lists = new Map();
  return new Promise((done, fail) => {
    worker.onmessage = ({ data: { name, part, value } }) => {
      if (name !== undefined) (lists.get(name) ?? lists.set(name, []).get(name)).push(...part);
      else done(Object.assign(value, Object.fromEntries(lists)));
    };
    worker.onerror = (event) => fail(new SyntaxError(event.message));
    worker.postMessage(bytes, [bytes]);
  }).finally(() => worker.terminate());
}
