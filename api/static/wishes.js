// What the paths are to go through and to keep clear of: fields of the question.

import { el } from "./elements.js";
import { entityField } from "./field.js";
import { words } from "./language.js";

// One that is on the way, or none.
export function throughField(value, shown) {
  const field = entityField({ name: "through", id: "path-through", placeholder: words.wayHint }, words.filter.through, { value, shown });
  return { ...field, asked: () => field.asked() || null };
}

// Any number of those to keep clear of, each taken out again with its button. given: [id or name, what it is called].
export function avoidField(given) {
  const avoided = new Map(given);
  const field = entityField({ name: "avoid", id: "path-avoid", placeholder: words.wayHint }, words.filter.avoid, {});
  const said = el("span", { class: "unseen", role: "status" });
  const list = el("ul", { class: "avoided", "aria-label": words.filter.avoid });

  function fill() {
    list.replaceChildren(...[...avoided].map(([id, name]) => el("li", {}, name,
      el("button", { type: "button", "aria-label": words.allowAgain(name), title: words.allowAgain(name), onclick: () => take(id) }, "×"))));
    list.hidden = !avoided.size;
  }

  function take(id) {
    said.textContent = words.allowed(avoided.get(id));
    avoided.delete(id);
    fill();
    field.input.focus();
  }

  function add(id, name) {
    if (!id) return;
    avoided.set(id, name);
    said.textContent = words.avoiding(name);
    field.input.value = "";
    delete field.input.dataset.id;
    fill();
  }

  fill();
  return {
    box: el("div", { class: "avoiding" }, field.box, list, said),
    listen: () => field.listen(() => add(field.asked(), field.input.value)),
    // What is typed and not chosen counts too.
    asked: () => {
      add(field.asked(), field.input.value.trim());
      return avoided.size ? [...avoided.keys()] : null;
    },
  };
}
