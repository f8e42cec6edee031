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

export const nodeSize = (strength, centre) => Math.min(5 + 1.5 * Math.log2(1 + strength), 14) + (centre ? 3 : 0);
export const lineWidth = (strength) => Math.min(1.6 + 1.2 * Math.log2(strength), 8);
