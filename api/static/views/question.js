// A question in Cypher: one of the cookbook with its parameters, or one of the reader's own; and the answer.

import { ask, Problem, tell } from "../client.js";
import { el } from "../elements.js";
import { failure } from "../failure.js";
import { entityField, nameOrId } from "../field.js";
import { answer } from "../figures/answer.js";
import { entitiesOf } from "../figures/named.js";
import { language, words } from "../language.js";
import { link } from "../parts.js";
import { change, read } from "../state.js";
import { inBoth } from "./cookbook.js";

const ENTITIES = new Set(["who", "other", "body", "district", "another"]);
const GIVEN = "p.";
const LONGEST = 20_000;

// The values of the parameters in the address, by name.
const given = (state) => Object.fromEntries(Object.entries(state).filter(([name]) => name.startsWith(GIVEN)).map(([name, value]) => [name.slice(GIVEN.length), value]));
const kept = (values) => Object.fromEntries(Object.entries(values).map(([name, value]) => [GIVEN + name, value]));

export async function show(state, signal) {
  const { dialect, recipes } = await ask("cookbook", {}, signal);
  if (!state.id) return own(state, dialect, signal);
  const recipe = recipes.find(({ name }) => name === state.id);
  if (!recipe) throw new Problem({ status: 404, detail: `nothing is called '${state.id}'` });
  return ready(recipe, dialect, state, signal);
}

// What the API says of the question; what went wrong with it leaves the question where it is.
async function asked(query, params, state, dialect, signal) {
  try {
    const found = await tell("POST", "cypher", { query, params }, signal);
    return { content: answer(found, await entitiesOf(found, dialect, signal)), said: found.truncated ? words.cookbook.truncated(found.rows.length) : words.cookbook.answered(found.rows.length) };
  } catch (error) {
    if (signal.aborted || !(error instanceof Problem)) throw error;
    return failure(error, { view: state.view });
  }
}

const form = (name, fields, act, ...rest) => el("form", { class: "question", name, onsubmit: (event) => {
  event.preventDefault();
  act();
} }, rest, fields.length ? el("div", { class: "row" }, fields) : null, el("p", { class: "actions" }, el("button", { type: "submit", name: "ask" }, words.cookbook.ask)));

const whole = (title, state, parts, { content, said }) => ({
  title, said,
  content: [el("p", { class: "quiet" }, link({ view: "cookbook" }, words.cookbook.all)), el("h2", {}, title), ...parts, el("div", { class: "answer" }, content ?? null)],
});

// A question of the cookbook

async function ready(recipe, dialect, state, signal) {
  const values = given(state);
  const complete = recipe.parameters.every(({ name }) => name in values);
  const names = await Promise.all(recipe.parameters.map(({ name, sample }) => nameOrId(values[name] ?? String(sample), signal)));
  const fields = recipe.parameters.map((parameter, place) => field(parameter, values[parameter.name] ?? String(parameter.sample), names[place]));
  const params = Object.fromEntries(recipe.parameters.map(({ name, type }) => [name, type === "string" ? values[name] : Number(values[name])]));
  const [title, second] = inBoth(recipe);
  const parts = [
    el("p", { class: "quiet", lang: language === "zh" ? "en" : "zh-CN" }, second),
    recipe.parameters.length ? form(recipe.name, fields.map(({ box }) => box), () => change(kept(Object.fromEntries(fields.map((each) => [each.name, each.asked()]))))) : null,
    complete && recipe.parameters.length ? onPaper(recipe.parameters.map((parameter, place) => el("div", {}, meaning(parameter), words.colon, names[place]))) : null,
    text(recipe, dialect, values),
  ];
  const found = complete ? await asked(recipe.texts[dialect], params, state, dialect, signal) : { content: el("p", { class: "quiet" }, words.cookbook.sample) };
  return { ...whole(title, state, parts, found), after: () => fields.forEach(({ listen }) => listen?.()) };
}

const meaning = ({ meaning: english, meaning_zh: chinese }) => (language === "zh" ? chinese : english);

// What was asked, where there are no fields that say it.
const onPaper = (...asked) => el("div", { class: "on-paper" }, asked);

function field(parameter, value, shown) {
  const { name, type } = parameter;
  const label = meaning(parameter);
  const about = { name: `${GIVEN}${name}`, id: `parameter-${name}`, required: true };
  if (ENTITIES.has(name)) return { name, ...entityField(about, label, { value, shown }) };
  const number = type === "string" ? {} : { type: "number", step: type === "int" ? 1 : "any" };
  const input = el("input", { ...about, ...number, maxlength: 200, autocomplete: "off", value });
  return { name, box: el("div", {}, el("label", { for: input.id }, label), input), asked: () => input.value.trim() };
}

// The whole text, to be copied, and to be asked otherwise.
function text({ texts, parameters }, dialect, values) {
  const said = el("span", { role: "status", class: "quiet" });
  const copy = async () => {
    said.textContent = await navigator.clipboard.writeText(texts[dialect]).then(() => words.cookbook.copied, () => words.wrong);
  };
  const samples = Object.fromEntries(parameters.map(({ name, sample }) => [name, values[name] ?? String(sample)]));
  return el("details", { class: "plain cypher" }, el("summary", {}, words.cookbook.text(words.cookbook.dialect[dialect])),
    el("pre", { tabindex: "0", role: "region", "aria-label": words.cookbook.text(words.cookbook.dialect[dialect]) }, el("code", {}, texts[dialect])),
    el("p", { class: "actions" }, el("button", { type: "button", name: "copy", onclick: copy }, words.cookbook.copy),
      link({ view: "question", query: texts[dialect], ...kept(samples) }, words.cookbook.change), said));
}

// A question of one's own

// As on the command line: JSON where it is JSON, else text.
function typed(value) {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

async function own(state, dialect, signal) {
  const area = el("textarea", { name: "query", id: "query", rows: Math.min(20, Math.max(6, (state.query ?? "").split("\n").length + 1)), maxlength: LONGEST, required: true, spellcheck: "false",
    autocapitalize: "off", "aria-describedby": "query-hint" });
  area.value = state.query ?? "";
  const values = given(state);
  const fields = el("div", { class: "row" });
  const named = () => [...new Set([...area.value.matchAll(/\$([A-Za-z_]\w*)/g)].map(([, name]) => name))];
  const current = () => Object.fromEntries([...fields.querySelectorAll("input")].map((input) => [input.dataset.name, input.value]));

  // A field for each $name of the text.
  function fill() {
    const before = { ...values, ...current() };
    if (named().join() === Object.keys(current()).join() && fields.childElementCount) return;
    fields.replaceChildren(...named().map((name) => el("div", {}, el("label", { for: `own-${name}` }, `$${name}`),
      el("input", { id: `own-${name}`, name: `${GIVEN}${name}`, "data-name": name, value: before[name] ?? "", autocomplete: "off", spellcheck: "false" }))));
  }

  function act() {
    const gone = Object.fromEntries(Object.keys(read()).filter((name) => name.startsWith(GIVEN)).map((name) => [name, null]));
    change({ ...gone, query: area.value.trim(), ...kept(current()) });
  }

  area.addEventListener("input", fill);
  area.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    area.form.requestSubmit();
  });
  fill();
  const parts = [
    form("own", [], act, el("label", { for: area.id }, words.cookbook.text(words.cookbook.dialect[dialect])), area,
      el("p", { id: "query-hint", class: "quiet" }, words.cookbook.ownHint), fields),
    state.query ? onPaper(el("pre", {}, state.query), Object.entries(values).map(([name, value]) => el("div", {}, `$${name}`, words.colon, value))) : null,
  ];
  const params = Object.fromEntries(named().map((name) => [name, typed(values[name] ?? "")]));
  const found = state.query ? await asked(state.query, params, state, dialect, signal) : {};
  return { ...whole(words.cookbook.own, state, parts, found), after: () => state.query || area.focus() };
}
