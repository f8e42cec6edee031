// The language that the page is in; both are live bindings, which change when another is chosen.

import en from "./catalogues/en.js";
import zh from "./catalogues/zh.js";

const CATALOGUES = { en, zh };

export let language = localStorage.getItem("language") ?? (navigator.language.startsWith("zh") ? "zh" : "en");
if (!(language in CATALOGUES)) language = "en";
export let words = CATALOGUES[language];

export function speak(chosen) {
  language = chosen;
  words = CATALOGUES[language];
  localStorage.setItem("language", language);
}

export const tag = () => (language === "zh" ? "zh-CN" : "en");

export const number = (n) => new Intl.NumberFormat(tag()).format(n);
export const percent = (share) => new Intl.NumberFormat(tag(), { style: "percent" }).format(share);

// Those in the language of the page first; else in the order given.
export const nearest = (quotes) => {
  const own = (quote) => quote.article.lang === language;
  return [...quotes.filter(own), ...quotes.filter((quote) => !own(quote))];
};

const PATTERNS = { 1: { year: "numeric" }, 2: { year: "numeric", month: "long" }, 3: { year: "numeric", month: "long", day: "numeric" } };

// One day, month or year as the language writes it: 2024-04-19 is 19 April 2024 and 2024年4月19日.
function written(date) {
  if (!/^\d{4}(-\d\d){0,2}$/.test(date)) return date;
  const parts = date.split("-").map(Number);
  const day = new Date(Date.UTC(parts[0], (parts[1] ?? 1) - 1, parts[2] ?? 1));
  return new Intl.DateTimeFormat(language === "zh" ? "zh-CN" : "en-GB", { ...PATTERNS[parts.length], timeZone: "UTC" }).format(day);
}

// An EDTF date or interval in words.
export function when(date) {
  if (!date) return words.undated;
  if (date.includes("XXXX")) return date.replaceAll("XXXX-", "") + words.someYear;
  return date.split("/").map((end) => (end === "" || end === ".." ? "…" : written(end))).join(words.until);
}

export const period = (first, last) => [...new Set([first, last])].filter(Boolean).map(written).join(words.until);

// A point in time (ISO 8601), where the reader is.
export const moment = (time) => new Intl.DateTimeFormat(language === "zh" ? "zh-CN" : "en-GB", { dateStyle: "medium", timeStyle: "short" }).format(new Date(time));
