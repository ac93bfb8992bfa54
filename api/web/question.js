/** The choices of a turn: answers in a fieldset, and apart from them what can be changed. */
import { make } from "./dom.js";
import { SAY } from "./words.js";

const isChange = ({ keuzeId }) => keuzeId.startsWith("wijzig:");

/** The choices that answer, without those that change an earlier answer. */
export function answersIn(choices) {
  return choices.filter((choice) => !isChange(choice));
}

/** A question with a button for each answer; `onChoose` hears {keuze} and the label. */
export function questionGroup(legend, choices, onChoose) {
  const buttons = choices.map((choice) => choiceButton(choice, "answer", onChoose));
  return make("fieldset", { class: "question live", tabindex: "-1" },
    make("legend", {}, legend), make("div", { class: "answers" }, buttons));
}

/** Small buttons that change an earlier answer, or null when there are none. */
export function changesGroup(choices, onChoose) {
  const changes = choices.filter(isChange);
  if (changes.length === 0) return null;
  return make("div", { class: "changes live", role: "group", "aria-label": SAY.changes },
    make("p", { class: "eyebrow", "aria-hidden": "true" }, SAY.changes),
    make("ul", {}, changes.map((choice) => make("li", {}, choiceButton(choice, "change", onChoose)))));
}

/** A button that sends this choice. */
export function choiceButton({ keuzeId, label }, look, onChoose) {
  return make("button", { type: "button", class: look, click: () => onChoose({ keuze: keuzeId }, label) }, label);
}

/** Make the choices of earlier turns history: questions stay to read, nothing stays to press. */
export function retire(groups) {
  for (const group of groups) {
    const legend = group.querySelector("legend");
    if (legend) group.replaceWith(make("p", { class: "bubble asked" }, legend.textContent));
    else group.remove();
  }
}
