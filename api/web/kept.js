/** Every byte that is kept about a conversation, as it is kept. */
import { make } from "./dom.js";
import { SAY } from "./words.js";

/** A panel with everything; `kept` is null when nothing is kept. */
export function keptPanel(kept, onClose) {
  const all = kept
    ? [make("p", {}, SAY.keptAll), make("pre", {}, JSON.stringify(kept, null, 2)), make("p", {}, SAY.keptHere)]
    : [make("p", {}, SAY.keptNothing)];
  return make("section", { class: "kept", tabindex: "-1", "aria-label": SAY.kept }, ...all,
    make("button", { type: "button", class: "answer", click: onClose }, SAY.close));
}
