// A field for an entity, or an event, that is asked for by name or by id, and shown by its name.

import { ask, entityPath } from "./client.js";
import { el } from "./elements.js";
import { when, words } from "./language.js";
import { nameOf, names } from "./parts.js";
import { combobox } from "./search.js";

const ENTITY = /^[pid]-[0-9a-z-]+$/;
const EVENT = /^[mg]-[0-9a-z-]+$/;

export const isId = (text) => ENTITY.test(text) || EVENT.test(text);

// What an id is called, or the name itself. Errors of ask are the caller's.
export async function nameFor(text, signal) {
  if (ENTITY.test(text)) return nameOf(text) ?? names(await ask(entityPath(text), {}, signal))[0];
  if (!EVENT.test(text)) return text;
  const isMeeting = text.startsWith("m-");
  const { date } = await ask(`${isMeeting ? "meetings" : "agreements"}/${text}`, {}, signal);
  return [words.eventView.heading[isMeeting ? "meeting" : "agreement"], when(date)].join(words.colon);
}

// The same for what only fills a field: an id that is no more, or a server that is away, is told where the question is asked.
export const nameOrId = (text, signal) => nameFor(text, signal).catch(() => text);

// The field shows shown for the value; asked() is the id that was chosen, else what was typed.
export function entityField(properties, label, { value = "", shown = value }) {
  const input = el("input", { maxlength: 200, autocomplete: "off", spellcheck: "false", ...properties, value: shown, "data-id": isId(value) ? value : null });
  input.addEventListener("input", () => delete input.dataset.id);
  const box = el("div", { class: "combobox" }, el("label", { for: input.id }, label), input);
  // Not before it stands in its form.
  const listen = (choose = () => {}) => combobox(input, (hit) => {
    input.dataset.id = hit.id;
    choose(hit);
  });
  return { box, input, listen, asked: () => input.dataset.id ?? input.value.trim() };
}
