// Posts over time: a line each, with a bar from the first day to the last on which an article tells of it.

import { el, svg } from "../elements.js";
import { period, words } from "../language.js";
import { entityLink, quotations, quiet } from "../parts.js";

const WIDTH = 1000;
const LEAST = 8;
const SHOWN = 12;

const time = (day) => Date.parse(day.length === 4 ? `${day}-07-01` : day);

export function tenures(posts, entity) {
  const dated = posts.filter(({ earliest, latest }) => earliest ?? latest).sort((a, b) => (a.earliest ?? a.latest).localeCompare(b.earliest ?? b.latest));
  const undated = posts.filter(({ earliest, latest }) => !(earliest ?? latest));
  const days = dated.flatMap(({ earliest, latest }) => [earliest, latest]).filter(Boolean).sort();
  const [first, last] = [days[0], days.at(-1)];
  const items = [...dated, ...undated].map((post) => tenure(post, entity, first, last));
  const rest = items.slice(SHOWN);
  return el("figure", { class: "tenures" },
    dated.length ? el("div", { class: "axis quiet" }, [...new Set([first, last])].map((day) => el("span", {}, period(day, day)))) : null,
    el("ul", {}, items.slice(0, SHOWN)),
    rest.length ? el("details", { class: "plain" }, el("summary", {}, words.morePosts(rest.length)), el("ul", {}, rest)) : null);
}

function tenure(post, entity, first, last) {
  const other = post.person.id === entity.id ? post.body : post.person;
  const known = post.earliest ?? post.latest;
  return el("li", {},
    el("div", {}, el("strong", {}, post.title), " · ", entityLink(other), " ", quiet(period(post.earliest, post.latest) || words.undated)),
    known ? bar(post.earliest ?? known, post.latest ?? known, first, last) : null,
    post.evidence ? el("details", { class: "plain" }, el("summary", {}, words.eventView.says), quotations([post.evidence])) : null);
}

function bar(from, to, first, last) {
  const whole = Math.max(time(last) - time(first), 1);
  const place = (day) => (WIDTH - LEAST) * (time(day) - time(first)) / whole;
  return svg("svg", { viewBox: `0 0 ${WIDTH} 10`, preserveAspectRatio: "none", "aria-hidden": "true" },
    svg("rect", { class: "ground", x: 0, y: 4, width: WIDTH, height: 2 }),
    svg("rect", { class: "tenure", x: place(from), y: 0, width: place(to) - place(from) + LEAST, height: 10 }));
}
