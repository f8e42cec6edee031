// A meeting or an agreement: when and how that is known, who was on which side, the sentences, and who says what.

import { ask } from "../client.js";
import { el } from "../elements.js";
import { number, percent, when, words } from "../language.js";
import { called, entityLink, kindOf, link, moved, nameOf, quotations, quiet } from "../parts.js";

export async function show({ id }, signal) {
  const isMeeting = id?.startsWith("m-");
  const found = await ask(`${isMeeting ? "meetings" : "agreements"}/${encodeURIComponent(id ?? "")}`, {}, signal);
  const bodies = isMeeting ? found.bodies.map(({ body }) => body) : found.parties;
  const title = `${words.eventView.heading[isMeeting ? "meeting" : "agreement"]}${words.colon}${bodies.map(called).join(words.comma) || when(found.date)}`;
  const parts = isMeeting ? sides(found) : parties(found);
  return {
    title,
    content: [
      el("h2", {}, title), moved(id, found),
      el("dl", { class: "about" }, about(found, isMeeting).map(([term, ...told]) => el("div", {}, el("dt", {}, term), el("dd", {}, told)))),
      bodies.length ? el("p", { class: "actions" }, link({ view: "picture", centre: bodies.slice(0, 3).map((body) => body.id) }, words.toPicture),
        link({ view: "path", through: found.id }, words.pathThrough)) : null,
      parts,
      el("h3", {}, words.evidence), el("div", { class: "event" }, quotations(found.evidence)),
      claims(found),
    ],
  };
}

function about(found, isMeeting) {
  const { term, basis, format } = words.eventView;
  return [
    [term.date, when(found.date ?? (found.earliest || found.latest ? `${found.earliest ?? ".."}/${found.latest ?? ".."}` : null)), " ", quiet(basis[found.basis])],
    found.status && [term.status, words.status[found.status]],
    found.subject && [term.subject, found.subject],
    found.place && [term.place, found.place],
    format[found.format] && [term.format, format[found.format]],
    isMeeting && [term.size, number(found.size)],
    [term.confidence, percent(found.confidence)],
  ].filter(Boolean);
}

function sides({ bodies, participants }) {
  const shown = ["host", "visitor", null].map((side) => [side, bodies.filter((each) => each.side === side), participants.filter((each) => each.side === side)]);
  return el("div", { class: "sides" }, shown.filter(([, there, persons]) => there.length + persons.length).map(([side, there, persons]) => el("section", {},
    el("h3", {}, words.eventView.side[side ?? "none"]),
    el("ul", {}, there.map(({ body }) => el("li", {}, entityLink(body), kindOf(body))), persons.map(participant)))));
}

const participant = ({ person, role, title, evidence }) => el("li", {}, entityLink(person), kindOf(person),
  el("div", { class: "quiet" }, [title, words.eventView.role[role]].filter(Boolean).join(" · ")), said(evidence));

const said = (evidence) => (evidence ? el("details", { class: "plain" }, el("summary", {}, words.eventView.says), quotations([evidence])) : null);

function parties({ parties: all, signatories }) {
  const signed = (party) => signatories.filter((each) => each.party === party);
  const signatory = ({ person, evidence }) => el("li", {}, entityLink(person), kindOf(person), el("div", { class: "quiet" }, words.eventView.signatory), said(evidence));
  const others = signatories.filter(({ party }) => !all.some(({ id }) => id === party));
  return el("div", { class: "sides" }, all.map((party) => el("section", {},
    el("h3", {}, entityLink(party), kindOf(party)), el("ul", {}, signed(party.id).map(signatory)))),
  others.length ? el("section", {}, el("h3", {}, words.eventView.side.none), el("ul", {}, others.map(signatory))) : null);
}

// Who says what, where several articles tell of the event; what cannot both be true is told first.
function claims({ claims: all, evidence }) {
  if (!all.length) return null;
  const articles = new Map(evidence.map(({ article }) => [article.id, article]));
  const sayer = (id) => link({ view: "article", id }, articles.get(id)?.title ?? id);
  const sorted = [...all].sort((a, b) => Number(b.disputed) - Number(a.disputed) || a.field.localeCompare(b.field));
  return [
    el("h3", {}, words.eventView.claims),
    el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": words.eventView.claims }, el("table", {},
      el("thead", {}, el("tr", {}, words.eventView.claimHeads.map((head) => el("th", { scope: "col" }, head)))),
      el("tbody", {}, sorted.map((claim) => el("tr", { class: claim.disputed ? "disputed" : null },
        el("th", { scope: "row" }, words.eventView.term[claim.field] ?? claim.field, claim.about ? ` (${nameOf(claim.about) ?? claim.about})` : null),
        el("td", {}, valueOf(claim), claim.disputed ? el("strong", {}, ` ${words.eventView.disputed}`) : null),
        el("td", {}, claim.articles.flatMap((id, place) => [place ? words.comma : null, sayer(id)]))))))),
  ];
}

function valueOf({ field, value }) {
  const told = { date: () => when(value), status: () => words.status[value], format: () => words.eventView.format[value],
    side: () => words.eventView.side[value], chair: () => nameOf(value) }[field]?.();
  return told ?? value;
}
