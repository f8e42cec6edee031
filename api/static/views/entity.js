// One entity: its names, whom it met, what it agreed, its posts.

import { ask, entityPath } from "../client.js";
import { el } from "../elements.js";
import { words } from "../language.js";
import { agreement, aliases, encounter, kindOf, label, link, list, names, postLine } from "../parts.js";

export async function show({ id }, signal) {
  const path = entityPath(id);
  const [found, met] = await Promise.all([ask(path, {}, signal), ask(`${path}/met`, {}, signal)]);
  const agreed = found.counts.agreements ? await ask("agreements", { entity: found.id }, signal) : { items: [], next: null };
  const counts = [words.times(found.counts.meetings), words.agreements(found.counts.agreements), words.articles(found.counts.articles)];
  return {
    title: names(found)[0],
    content: [
      el("h2", {}, ...label(found), kindOf(found)),
      aliases(found),
      el("p", {}, counts.join(" · ")),
      el("p", { class: "actions" }, link({ view: "picture", centre: [found.id] }, words.toPicture), link({ view: "path", from: found.id }, words.pathFrom)),
      el("h3", {}, words.metHeading),
      met.items.length ? list(encounter, met, `${path}/met`) : el("p", {}, words.metNobody),
      agreed.items.length ? [el("h3", {}, words.agreementsHeading), list(agreement, agreed, "agreements", { entity: found.id })] : null,
      found.posts.length ? [el("h3", {}, words.posts),
        el("ul", { class: "posts" }, found.posts.slice(0, 30).map((post) => postLine(post, found)))] : null,
    ],
  };
}
