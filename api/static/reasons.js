// Why two may be one, which the API says in English, in the language of the page; what is not known here stays English.

import chinese from "./catalogues/reasons-zh.js";
import { el } from "./elements.js";
import { language } from "./language.js";

export function reason(text) {
  const known = language === "zh" ? chinese.find(([pattern]) => pattern.test(text)) : null;
  return known ? text.replace(...known) : el("span", { lang: "en" }, text);
}
