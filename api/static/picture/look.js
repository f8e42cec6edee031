// Colours and sizes: the colours are those of the style sheet, so light and dark are told in one place.

import { KINDS } from "./scene.js";

export const CATEGORIES = ["met", "signed_agreement", "both", "holds", "place"];
export const SHAPES = { person: "circle", institution: "square", district: "diamond" };

function hex(color) {
  const numbers = color.match(/[\d.]+/g).slice(0, 3).map((part) => Math.round(Number(part)).toString(16).padStart(2, "0"));
  return `#${numbers.join("")}`;
}

// The colours as they are now: { ground, text, quiet, person, …, met, … }, each #rrggbb.
export function palette() {
  const probe = document.body.appendChild(document.createElement("i"));
  const found = {};
  for (const name of ["ground", "panel", "text", "quiet", "faint", "accent", ...KINDS, ...CATEGORIES]) {
    probe.style.color = `var(--${name.replaceAll("_", "-")})`;
    found[name] = hex(getComputedStyle(probe).color);
  }
  probe.remove();
  return found;
}

// The more there are (of so many in all), the smaller, so that they do not hide each other.
const crowded = (all) => Math.max(0.4, Math.min(1, Math.sqrt(300 / all)));
export const nodeSize = (strength, centre, all) => Math.min(5 + 1.5 * Math.log2(1 + strength), 14) * crowded(all) + (centre ? 3 : 0);
export const lineWidth = (strength) => Math.min(1.6 + 1.2 * Math.log2(strength), 8);
