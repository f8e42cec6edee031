// What went wrong, in a sentence of the page's language, and whether asking again may help.

import { Problem, Unreachable } from "./client.js";
import { words } from "./language.js";

const PASSING = [429, 500, 502, 503, 504];
const ID = /^[pidmga]-[0-9a-z-]+$/;

// name: what was asked for, a name or an id.
export function told(error, name = "") {
  if (error instanceof Unreachable) return words.failed;
  if (!(error instanceof Problem)) return words.broken;
  const { refused, stopped } = words.cookbook;
  return { "query-refused": refused, "query-stopped": stopped }[error.type?.split("#").at(-1)]
    ?? { 401: words.keyNeeded, 403: words.forbidden, 404: ID.test(name) ? words.unknown(name) : words.nothing(name), 409: words.ambiguous(name),
      410: words.gone, 422: words.refused, 429: words.tooMany, 502: words.failed, 503: words.unavailable, 504: words.failed }[error.status]
    ?? words.wrong;
}

export const mayPass = (error) => error instanceof Unreachable || PASSING.includes(error.status);
