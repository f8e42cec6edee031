// The cookbook: questions of the field that are ready to be asked, by subject, in both languages.

import { ask } from "../client.js";
import { el } from "../elements.js";
import { language, words } from "../language.js";
import { link } from "../parts.js";
import { settle } from "../state.js";

// A question in the language of the page, and in the other one.
export const inBoth = ({ question, question_zh: chinese }) => (language === "zh" ? [chinese, question] : [question, chinese]);

const searched = (recipe) => [recipe.question, recipe.question_zh, recipe.name, recipe.about, words.cookbook.about[recipe.about] ?? "", ...recipe.columns].join("\n").toLowerCase();

export async function show(state, signal) {
  const { recipes } = await ask("cookbook", {}, signal);
  const entries = recipes.map((recipe) => ({ about: recipe.about, text: searched(recipe), element: entry(recipe) }));
  const subjects = [...new Set(recipes.map(({ about }) => about))].map((about) => el("section", { "data-about": about },
    el("h3", {}, words.cookbook.about[about] ?? about),
    el("ul", { class: "results" }, entries.filter((each) => each.about === about).map(({ element }) => element))));
  const told = el("p", { class: "quiet", role: "status" });
  const input = el("input", { type: "search", id: "cookbook-only", name: "only", maxlength: 100, autocomplete: "off", value: state.only ?? "",
    oninput: () => sift(input.value), onchange: () => settle({ only: input.value.trim() || null }) });

  // Every word of the filter is in what is left.
  function sift(only) {
    const wanted = only.toLowerCase().split(/\s+/).filter(Boolean);
    for (const { text, element } of entries) element.hidden = !wanted.every((word) => text.includes(word));
    for (const each of subjects) each.hidden = !each.querySelector("li:not([hidden])");
    const left = entries.filter(({ element }) => !element.hidden).length;
    told.textContent = left ? words.cookbook.left(left, entries.length) : words.cookbook.none(only);
  }

  sift(input.value);
  return {
    title: words.cookbook.heading,
    said: told.textContent,
    content: [
      el("h2", {}, words.cookbook.heading), el("p", { class: "quiet" }, words.cookbook.hint),
      el("form", { class: "row only", role: "search", "aria-label": words.cookbook.only, onsubmit: (event) => event.preventDefault() },
        el("label", { for: input.id }, words.cookbook.only), input),
      el("p", { class: "actions" }, link({ view: "question" }, words.cookbook.own)),
      told, subjects,
    ],
    update: async (next) => {
      if (input.value.trim() !== (next.only ?? "")) input.value = next.only ?? "";
      sift(input.value);
      return true;
    },
  };
}

function entry(recipe) {
  const [first, second] = inBoth(recipe);
  return el("li", {}, link({ view: "question", id: recipe.name }, first), el("div", { class: "quiet", lang: language === "zh" ? "en" : "zh-CN" }, second));
}
