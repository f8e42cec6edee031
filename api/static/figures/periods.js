// Months, quarters and years: how they are written, and which of them suit a span of time.

import { period, words } from "../language.js";

export const PERIODS = ["month", "quarter", "year"];

// 2024-Q2 is Q2 2024 and 2024年第二季度.
export function written(each) {
  const quarter = each.match(/^(\d{4})-Q(\d)$/);
  return quarter ? words.figures.quarter(quarter[1], Number(quarter[2])) : period(each, each);
}

// The shortest periods of which there are no more than so many from the first day to the last.
export function suiting(first, last, most) {
  if (!first || !last) return "year";
  const months = (Number(last.slice(0, 4)) - Number(first.slice(0, 4))) * 12 + Number(last.slice(5, 7) || 12) - Number(first.slice(5, 7) || 1) + 1;
  return months <= most ? "month" : months <= 3 * most ? "quarter" : "year";
}
