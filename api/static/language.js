// The language that the page is in; both are live bindings, which change when another is chosen.

import { WORDS } from "./words.js";

export let language = localStorage.getItem("language") ?? (navigator.language.startsWith("zh") ? "zh" : "en");
export let words = WORDS[language];

export function speak(chosen) {
  language = chosen;
  words = WORDS[language];
  localStorage.setItem("language", language);
}

// Those in the language of the page first; else in the order given.
export const nearest = (quotes) => {
  const own = (quote) => quote.article.lang === language;
  return [...quotes.filter(own), ...quotes.filter((quote) => !own(quote))];
};
