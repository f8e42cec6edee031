// The panel beside a picture: the entity or the tie that was chosen, with every event and the sentences that say so.

import { el } from "./elements.js";
import { words } from "./language.js";
import { aliases, called, kindOf, label, link, sentence, tiesOf } from "./parts.js";

const EVENTS_SHOWN = 20;

// The content for what state.at names: a node, a pair (a~b), or nothing. hands: what may be done (a Picture).
export function evidence(model, scene, state, hands) {
  const pair = scene.pairs.find(({ key }) => key === state.at);
  if (pair) return ofPair(pair, model, hands);
  const entity = model.entities.get(state.at);
  if (entity && scene.nodes.some(({ id }) => id === entity.id)) return ofEntity(entity, model, scene, state, hands);
  return [el("p", { class: "quiet" }, words.evidenceHint)];
}

const closing = (hands) => el("button", { type: "button", class: "close", "aria-label": words.close, title: words.close, onclick: () => hands.select(null) }, "×");

function ofPair({ source, target, ties }, model, hands) {
  const [one, other] = [model.entities.get(source), model.entities.get(target)];
  const end = (entity) => el("button", { type: "button", class: "plain", onclick: () => hands.select(entity.id) }, ...label(entity));
  return [
    closing(hands),
    el("h2", {}, `${called(one)} — ${called(other)}`),
    el("p", { class: "ends" }, end(one), end(other)),
    ...ties.map((tie) => ofTie(tie, model)),
    el("p", { class: "actions" }, link({ view: "path", from: source, to: target, mode: "k" }, words.otherPaths)),
  ];
}

function ofTie(tie, model) {
  const [from, to] = [tie.source, tie.target].map((id) => called(model.entities.get(id)));
  const heading = tie.type === "met" || tie.type === "signed_agreement" ? words.tie[tie.type] : words.relation(from, words.tie[tie.type], to);
  const shown = el("ul", {}, tie.events.slice(0, EVENTS_SHOWN).map(sentence));
  const rest = tie.events.slice(EVENTS_SHOWN);
  return el("section", {},
    el("h3", {}, [heading, tie.title].filter(Boolean).join(words.colon), tie.events.length > 1 ? el("span", { class: "count" }, words.count(tie.events.length)) : null),
    tie.events.length ? shown : el("p", { class: "quiet" }, words.knownBefore),
    rest.length ? el("button", { type: "button", onclick: (event) => {
      shown.append(...rest.map(sentence));
      event.target.remove();
    } }, words.moreEvents(rest.length)) : null);
}

function ofEntity(entity, model, scene, state, hands) {
  const pairs = scene.pairs.filter(({ source, target }) => source === entity.id || target === entity.id).sort((a, b) => b.strength - a.strength);
  const pinned = (state.pinned ?? []).some((pin) => pin.startsWith(`${entity.id}:`));
  const act = (text, onclick) => el("button", { type: "button", onclick }, text);
  return [
    closing(hands),
    el("h2", {}, ...label(entity), kindOf(entity)),
    aliases(entity),
    el("p", { class: "actions" },
      link({ view: "entity", id: entity.id }, words.page),
      link({ view: "path", from: entity.id }, words.pathFrom)),
    el("p", { class: "actions" },
      (state.centre ?? []).includes(entity.id) ? null : act(words.expand, () => hands.expand(entity.id)),
      act(words.hide, () => hands.hide(entity.id)),
      pinned ? act(words.letGo, () => hands.unpin(entity.id)) : act(words.pin, () => hands.pin(entity.id))),
    el("h3", {}, words.tiesInPicture(pairs.length)),
    el("ul", { class: "ties" }, pairs.slice(0, 100).map((pair) => {
      const other = model.entities.get(pair.source === entity.id ? pair.target : pair.source);
      return el("li", {}, el("button", { type: "button", class: "plain", onclick: () => hands.select(pair.key) }, ...label(other)),
        el("span", { class: "quiet" }, ` ${tiesOf(pair.ties)}${words.count(pair.strength)}`));
    })),
  ];
}
