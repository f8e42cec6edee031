// Events in brief, a line each with the first sentence that tells of it: those of a list, and those of a timeline.

import { el } from "./elements.js";
import { when, words } from "./language.js";
import { entityLink, link, quotations, quiet } from "./parts.js";

const NAMED = 4;

const people = (all) => [all.slice(0, NAMED).flatMap((each, place) => [place ? words.comma : null, entityLink(each)]),
  all.length > NAMED ? quiet(` ${words.andMore(all.length - NAMED)}`) : null];

const opened = (quotes) => (quotes.length ? el("details", { class: "plain" }, el("summary", {}, words.eventView.says), quotations(quotes)) : null);

function line(event, told, others, quotes) {
  const what = [when(event.date), words.kind[event.kind]].join(" · ");
  const facts = [...told, words.status[event.status], event.subject, event.place].filter(Boolean);
  return el("div", { class: "event brief" },
    el("p", { class: "facts" }, event.kind === "post" ? what : link({ view: "event", id: event.id }, what), facts.length ? ` · ${facts.join(" · ")}` : null),
    others.length ? el("p", {}, people(others)) : null, opened(quotes));
}

export const brief = (event) => line(event, [], [...event.bodies, ...event.persons], event.quote ? [event.quote] : []);

// One entry of the timeline of an entity (its id): its own part in it, and who else was there.
export function moment(entry, own) {
  const { side, role } = words.eventView;
  const others = [entry.person, entry.body, ...entry.others].filter((each) => each && each.id !== own);
  const part = role[entry.role] && entry.role !== entry.side ? role[entry.role] : null;
  return line(entry, [entry.title, entry.side && side[entry.side], part, entry.gaps.length ? words.gaps(entry.gaps.map(when).join(words.comma)) : null], others, entry.quotes);
}
