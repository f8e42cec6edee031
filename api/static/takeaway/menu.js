// A menu of what may be taken along: files that the browser saves, a link to this very view, paper.

import { el } from "../elements.js";
import { words } from "../language.js";

const title = () => document.title.replace(/ · Jingjinji$/, "");

export function save(content, type, ending) {
  const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const name = `${title().replace(/[^\p{L}\p{N} -]/gu, "").trim().slice(0, 60) || "jingjinji"}.${ending}`;
  el("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return words.saved(name);
}

const ALWAYS = {
  link: async () => {
    await navigator.clipboard.writeText(location.href);
    return words.linkCopied;
  },
  print: () => print(),
};

// ways: by name (of words.ways), functions that give what is said when it is done, or a promise of it.
export function menu(ways) {
  const said = el("span", { role: "status", class: "quiet" });
  const all = { ...ways, ...ALWAYS };
  const take = (way) => async () => {
    said.textContent = await (async () => all[way]())().catch(() => words.wrong) ?? "";
  };
  return el("details", { class: "menu", onkeydown: (event) => {
    if (event.key !== "Escape") return;
    event.currentTarget.open = false;
    event.currentTarget.firstChild.focus();
  } },
  el("summary", { "data-tool": "take" }, words.takeAway),
  el("div", {}, Object.keys(all).map((way) => el("button", { type: "button", "data-way": way, onclick: take(way) }, words.ways[way])), said));
}
