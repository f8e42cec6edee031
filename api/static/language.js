// The language that the page is in; both are live bindings, which change when another is chosen.

const LANGUAGES = ["en", "zh"];

// Only the words of the language that is spoken are loaded.
const catalogue = async (name) => (await import(`./catalogues/${name}.js`)).default;

export let language = localStorage.getItem("language") ?? (navigator.language.startsWith("zh") ? "zh" : "en");
if (!LANGUAGES.includes(language)) language = "en";
export let words = await catalogue(language);

export async function speak(chosen) {
  words = await catalogue(chosen);
  language = chosen;
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

// A day of an unknown year may be 29 February.
const LEAP = "2000";

// One day, month or year as the language writes it: 2024-04-19 is 19 April 2024 and 2024年4月19日.
function written(date) {
  if (!/^(\d{4}|XXXX-\d\d(?=-|$))(-\d\d){0,2}$/.test(date)) return date;
  const known = date.startsWith("XXXX") ? { year: undefined } : {};
  const parts = date.replace("XXXX", LEAP).split("-").map(Number);
  const day = new Date(Date.UTC(parts[0], (parts[1] ?? 1) - 1, parts[2] ?? 1));
  return new Intl.DateTimeFormat(language === "zh" ? "zh-CN" : "en-GB", { ...PATTERNS[parts.length], ...known, timeZone: "UTC" }).format(day);
}

// An EDTF date or interval in words.
export function when(date) {
  if (!date) return words.undated;
  return interval(date) + (date.includes("XXXX") ? words.someYear : "");
}

function interval(date) {
  const [first, last = first] = date.split("/").map((end) => (end === ".." ? "" : end));
  if (first && last) return period(first, last);
  return first ? words.fromDay(written(first)) : last ? words.toDay(written(last)) : words.undated;
}

export const period = (first, last) => [...new Set([first, last])].filter(Boolean).map(written).join(words.until);

// A point in time (ISO 8601), where the reader is.
export const moment = (time) => new Intl.DateTimeFormat(language === "zh" ? "zh-CN" : "en-GB", { dateStyle: "medium", timeStyle: "short" }).format(new Date(time));
