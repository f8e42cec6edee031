// An article with one sentence marked.

import { ask } from "../client.js";
import { el, external, marked } from "../elements.js";
import { when, words } from "../language.js";
import { entityLink } from "../parts.js";

export async function show({ id, start, end }, signal) {
  const found = await ask(`articles/${encodeURIComponent(id)}`, {}, signal);
  const span = end ? { start: Number(start), end: Number(end) } : found.spans.find((each) => each.kind === "meeting");
  const title = found.title ?? words.untitled;
  const mentioned = new Map(found.spans.filter((each) => each.name).map((each) => [each.id, each]));
  return {
    title,
    content: [
      el("h2", { lang: found.lang }, title),
      el("p", { class: "quiet" }, [found.source, found.published && when(found.published)].filter(Boolean).join(" · "), " ", external(found.url, words.original)),
      el("div", { class: "article", lang: found.lang }, span ? marked(found.text, span.start, span.end) : found.text),
      el("ul", { class: "mentioned" }, [...mentioned.values()].map((each) => el("li", {}, entityLink(each)))),
    ],
    after: () => document.getElementById("quote")?.scrollIntoView({ block: "center" }),
  };
}
