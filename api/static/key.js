// Asking the reader for a key: where the server wants one, and where the reader has one that may do more.

import { hasKey, setKey } from "./client.js";
import { words } from "./language.js";

const dialog = document.getElementById("ask-key");
const input = document.getElementById("key-value");

let asking = null;

export function fillKeyButton() {
  document.getElementById("key").setAttribute("aria-pressed", String(hasKey()));
}

// A promise of the key, of "" where one was to be forgotten, of null where the reader gave up. Two questions that were
// refused at once are one asking.
export function askForKey(problem = null) {
  asking ??= new Promise((done) => {
    document.getElementById("ask-key-why").textContent = problem === null ? words.keyWhy : hasKey() ? words.keyWrong : words.keyNeeded;
    input.value = "";
    dialog.returnValue = "";
    dialog.addEventListener("close", () => {
      asking = null;
      const key = dialog.returnValue === "use" ? input.value.trim() : null;
      input.value = "";
      if (key !== null) setKey(key);
      fillKeyButton();
      done(key);
    }, { once: true });
    dialog.showModal();
  });
  return asking;
}
