// A field that finds entities while one types: a combobox with a list, as the ARIA practices describe it. An input method
// composes several keys into one character; nothing is asked, and no key is ours, until it is done.

import { ask } from "./client.js";
import { el } from "./elements.js";
import { words } from "./language.js";
import { contextOf, cut, kindOf, label, names } from "./parts.js";
import { told } from "./trouble.js";

const PAUSE = 150; // ms without a key
const SHOWN = 8;

let lists = 0;

// choose(hit) is called with what was picked; without a pick, Enter is the form's.
export function combobox(input, choose) {
  const list = el("ul", { id: `choices-${++lists}`, role: "listbox", class: "choices", hidden: true });
  const count = el("span", { class: "unseen", role: "status" });
  input.after(list, count);
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", list.id]]) {
    input.setAttribute(name, value);
  }
  let request = new AbortController();
  let timer = 0;
  let composing = false;
  let active = -1;
  let hits = [];

  function close() {
    clearTimeout(timer);
    request.abort();
    list.hidden = true;
    active = -1;
    hits = [];
    count.textContent = "";
    count.className = "unseen";
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function mark(place) {
    active = place;
    [...list.children].forEach((option, each) => option.setAttribute("aria-selected", String(each === active)));
    if (active < 0) input.removeAttribute("aria-activedescendant");
    else {
      input.setAttribute("aria-activedescendant", list.children[active].id);
      list.children[active].scrollIntoView({ block: "nearest" });
    }
  }

  function pick(hit) {
    input.value = names(hit)[0];
    close();
    choose(hit);
  }

  function option(hit, place) {
    return el("li", { id: `${list.id}-${place}`, role: "option", "aria-selected": "false",
      onmousedown: (event) => event.preventDefault(), onclick: () => pick(hit) },
    el("span", {}, ...label(hit), kindOf(hit)),
    names(hit).includes(hit.matched) ? null : el("span", { class: "quiet" }, words.matched(cut(hit.matched))),
    contextOf(hit));
  }

  async function look() {
    const q = input.value.trim();
    request.abort();
    request = new AbortController();
    const { signal } = request;
    if (!q) return close();
    try {
      const found = await ask("search", { q, limit: SHOWN }, signal);
      if (signal.aborted || document.activeElement !== input) return undefined;
      hits = found.items;
      list.replaceChildren(...hits.map(option));
      list.hidden = !hits.length;
      list.setAttribute("aria-label", words.resultsFor(q));
      input.setAttribute("aria-expanded", String(hits.length > 0));
      count.textContent = hits.length ? words.found(hits.length) : words.nothing(q);
      // Who sees has the list, or needs to be told that there is none.
      count.className = hits.length ? "unseen" : "choices note";
      mark(-1);
    } catch (error) {
      if (signal.aborted) return undefined;
      close();
      count.textContent = told(error);
      count.className = "choices note";
    }
    return undefined;
  }

  function soon() {
    clearTimeout(timer);
    if (!composing) timer = setTimeout(look, PAUSE);
  }

  input.addEventListener("compositionstart", () => { composing = true; clearTimeout(timer); });
  input.addEventListener("compositionend", () => { composing = false; soon(); });
  input.addEventListener("input", soon);
  input.addEventListener("blur", close);
  input.form?.addEventListener("submit", close);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing || composing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && hits.length) mark((active + 1 + step + hits.length + 1) % (hits.length + 1) - 1);
    else if (event.key === "ArrowDown") look();
    else if (event.key === "Enter" && active >= 0) pick(hits[active]);
    else if (event.key === "Escape" && !list.hidden) close();
    else return;
    event.preventDefault();
  });
}
