// Questions to the API. A key, where the server wants one, stays in this tab and travels in a header, never in an address.

import { parsed } from "./json.js";

const KEY = "key";

// A problem detail (RFC 9457) that the API answered.
export class Problem extends Error {
  constructor(body) {
    super(body.detail);
    Object.assign(this, body);
  }
}

// No answer came, or not all of it: the server is stopped, or the way to it is cut.
export class Unreachable extends Error {}

let keyWanted = null;
// Who asks the reader for a key: a function of the problem that gives a promise of the key, or of null.
export const onKeyWanted = (asker) => { keyWanted = asker; };
export const hasKey = () => sessionStorage.getItem(KEY) !== null;
export const setKey = (key) => (key ? sessionStorage.setItem(KEY, key) : sessionStorage.removeItem(KEY));

function query(parameters) {
  const given = Object.entries(parameters).flatMap(([name, value]) => [value].flat().map((each) => [name, each]));
  return new URLSearchParams(given.filter(([, value]) => value !== null && value !== undefined && value !== ""));
}

async function answered(address, options) {
  try {
    const response = await fetch(address, options);
    const json = response.headers.get("Content-Type")?.includes("json");
    return { ok: response.ok, body: json ? await parsed(response) : { detail: response.statusText, status: response.status } };
  } catch (error) {
    throw error.name === "AbortError" ? error : new Unreachable(error.message);
  }
}

async function send(path, options) {
  const key = sessionStorage.getItem(KEY);
  const headers = { ...options.headers, ...(key ? { Authorization: `Bearer ${key}` } : {}) };
  const { ok, body } = await answered(`/v1/${path}`, { ...options, headers });
  if (!ok) throw new Problem(body);
  return body;
}

async function sendWithKey(path, options) {
  for (;;) {
    try {
      return await send(path, options);
    } catch (problem) {
      if (problem.status !== 401 || !keyWanted) throw problem;
      const key = await keyWanted(problem);
      if (!key) throw problem;
      setKey(key);
    }
  }
}

// ask("search", { q }, signal); a list of values repeats its parameter, null and "" leave it out.
export const ask = (path, parameters = {}, signal = undefined) => sendWithKey(`${path}?${query(parameters)}`, { signal });

// tell("POST", "judgements", { … }): what changes the store; it needs a key that may write.
export const tell = (method, path, body = undefined, signal = undefined) => sendWithKey(path, {
  method, signal, body: body && JSON.stringify(body), headers: body ? { "Content-Type": "application/json" } : {},
});

export const entityPath = (id) => `entities/${encodeURIComponent(id)}`;
