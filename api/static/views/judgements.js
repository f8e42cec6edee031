// Who is who: pairs that may be one, side by side, to be decided by who has a key that may write; what was decided, to
// be taken back; and, for one entity, the records that form it.

import { ask, entityPath, hasKey, Problem, tell } from "../client.js";
import { el } from "../elements.js";
import { moment as instant, percent, when, words } from "../language.js";
import { askForKey } from "../key.js";
import { called, contextOf, kindOf, label, link, list, quotations, quiet } from "../parts.js";
import { reason } from "../reasons.js";
import { settle } from "../state.js";
import { told } from "../trouble.js";

const PAIRS = 10;

export async function show({ entity }, signal) {
  return entity ? ofOne(entity, signal) : all(signal);
}

async function all(signal) {
  const [pairs, decided] = await Promise.all([ask("candidates", { limit: PAIRS }, signal), ask("judgements", {}, signal)]);
  return {
    title: words.judging.heading,
    said: words.judging.pairs(pairs.items.length),
    content: [
      el("h2", {}, words.judging.heading), el("p", {}, words.judging.hint), keyHint(),
      pairs.items.length ? list(pair, pairs, "candidates", { limit: PAIRS }) : el("p", {}, words.judging.nothing),
      el("h3", {}, words.judging.decided),
      decided.items.length ? list(judgement, decided, "judgements") : el("p", { class: "quiet" }, words.judging.nobody),
    ],
  };
}

async function ofOne(id, signal) {
  const why = await ask(`${entityPath(id)}/why`, {}, signal);
  const name = new Map(why.records.map((record) => [record.id, record.name]));
  return {
    title: words.judging.whyOne,
    content: [
      el("h2", {}, words.judging.whyName(why.name)), el("p", {}, link({ view: "entity", id: why.id }, words.page)),
      el("h3", {}, words.judging.records), el("div", { class: "cards" }, why.records.map((each) => el("section", { class: "card" }, record(each)))),
      why.joins.length ? [el("h3", {}, words.judging.joins), el("ul", {}, why.joins.map((join) => el("li", { class: "event" },
        `${name.get(join.left) ?? join.left} — ${name.get(join.right) ?? join.right}`, el("div", { class: "quiet" }, words.judging.by[join.by], words.colon, sentences(join.reasons)))))] : null,
      why.judgements.length ? [el("h3", {}, words.judging.decided), why.judgements.map(judgement)] : null,
      el("p", {}, link({ view: "judgements" }, words.judging.heading)),
    ],
  };
}

const sentences = (all) => all.flatMap((each, place) => [place ? words.semicolon : null, reason(each)]);

// Where there is no key yet, one is asked for, and the view is made anew with the buttons.
function keyHint() {
  if (hasKey()) return null;
  return el("p", { class: "actions" }, el("span", { class: "quiet" }, words.judging.wantsKey),
    el("button", { type: "button", name: "use-key", onclick: async () => (await askForKey()) && settle({}) }, words.judging.useKey));
}

function pair(found) {
  const told = (heading, all) => (all.length ? [el("h4", {}, heading), el("ul", { class: "reasons" }, all.map((each) => el("li", {}, reason(each))))] : null);
  return el("article", { class: "pair" },
    el("h3", {}, `${called(found.left)} — ${called(found.right)}`, el("span", { class: "kind" }, words.judging.score(percent(found.score)))),
    el("div", { class: "cards" }, side(found.left), side(found.right)),
    el("div", { class: "cards" }, el("div", {}, told(words.judging.reasons, found.reasons)), el("div", {}, told(words.judging.doubts, found.doubts))),
    hasKey() ? deciding(found) : null);
}

const ENTITIES = ["person", "institution", "district"];

function side(one) {
  const isEntity = ENTITIES.includes(one.kind);
  return el("section", { class: "card" },
    el("h4", {}, link({ view: isEntity ? "entity" : "event", id: one.id }, ...label(isEntity ? one : { name: one.name })), isEntity ? kindOf(one) : el("span", { class: "kind" }, words.kind[one.kind])),
    contextOf(one), el("p", { class: "quiet" }, words.judging.stated(one.stated, one.edges)), one.records.map(record));
}

function record(each) {
  const posts = each.posts.map(({ title, body }) => [title, body].filter(Boolean).join(" · "));
  return el("div", { class: "event" },
    el("p", {}, el("strong", {}, each.name), " ", quiet([when(each.date ?? each.article.published), ...posts].join(" · "))),
    quotations(each.quotes));
}

const VERDICTS = ["same", "different", "unsure"];

function deciding({ a, b }) {
  const why = el("input", { type: "text", maxlength: 1000, "aria-label": words.judging.reason, placeholder: words.judging.reason });
  const said = el("div", { role: "status" });
  const buttons = VERDICTS.map((verdict) => el("button", { type: "button", "data-verdict": verdict, onclick: () => attempt(said, async () => {
    const done = await tell("POST", "judgements", { a, b, verdict, reason: why.value.trim() || null });
    box.replaceChildren(judgement(done), ...done.warnings.map((warning) => el("p", { class: "error" }, reason(warning))));
    box.querySelector("button")?.focus();
  }) }, words.judging.verdict[verdict]));
  const box = el("div", { class: "deciding" }, el("div", { class: "row" }, buttons, why), said);
  return box;
}

async function attempt(said, act) {
  try {
    await act();
  } catch (problem) {
    if (!(problem instanceof Problem)) said.textContent = told(problem);
    else said.textContent = [{ 403: words.forbidden, 401: words.keyNeeded }[problem.status] ?? words.wrong, problem.status === 401 ? "" : problem.message].join(" ");
  }
}

function judgement(found) {
  const end = (each) => (each.entity && found.kind && ENTITIES.includes(found.kind) ? link({ view: "entity", id: each.entity }, each.name ?? each.entity) : each.name ?? each.record);
  const box = el("div", { class: "event judgement" });
  const said = el("span", { role: "status" });
  box.append(
    el("p", {}, end(found.left), " — ", end(found.right), words.colon, el("strong", {}, words.judging.verdict[found.verdict]), el("span", { class: "kind" }, words.judging.standing[found.standing])),
    el("p", { class: "quiet" }, [found.user, instant(found.made), found.reason].filter(Boolean).join(" · "), found.withdrawn ? ` · ${words.judging.withdrawn(found.withdrawn_by, instant(found.withdrawn))}` : null));
  if (hasKey() && found.standing !== "withdrawn") {
    box.append(el("button", { type: "button", class: "undo", onclick: () => attempt(said, async () => {
      const done = judgement(await tell("DELETE", `judgements/${encodeURIComponent(found.id)}`));
      done.tabIndex = -1;
      box.replaceWith(done);
      done.focus();
    }) }, words.judging.undo), said);
  }
  return box;
}
