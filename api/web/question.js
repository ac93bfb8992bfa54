/** The choices of a turn: answers in a fieldset, and apart from them what can be added or changed. */
import { make } from "./dom.js";
import { SAY } from "./words.js";

const ASIDES = { "ook:": SAY.additions, "wijzig:": SAY.changes };

const startsWith = (start) => ({ keuzeId }) => keuzeId.startsWith(start);

/** The choices that answer, without those that add to the earlier answers or change them. */
export function answersIn(choices) {
  return choices.filter((choice) => !Object.keys(ASIDES).some((start) => startsWith(start)(choice)));
}

/** A question with a button for each answer; `onChoose` hears {keuze} and the label. */
export function questionGroup(legend, choices, onChoose) {
  const buttons = choices.map((choice) => choiceButton(choice, "answer", onChoose));
  return make("fieldset", { class: "question live", tabindex: "-1" },
    make("legend", {}, legend), make("div", { class: "answers" }, buttons));
}

/** Small buttons that add to the earlier answers or change one: a group for each kind that there is. */
export function asides(choices, onChoose) {
  return Object.entries(ASIDES).map(([start, name]) => aside(name, choices.filter(startsWith(start)), onChoose));
}

function aside(name, choices, onChoose) {
  if (choices.length === 0) return null;
  return make("div", { class: "changes live", role: "group", "aria-label": name },
    make("p", { class: "eyebrow", "aria-hidden": "true" }, name),
    make("ul", {}, choices.map((choice) => make("li", {}, choiceButton(choice, "change", onChoose)))));
}

/** A button that sends this choice. */
export function choiceButton({ keuzeId, label }, look, onChoose) {
  return make("button", { type: "button", class: look, click: () => onChoose({ keuze: keuzeId }, label) }, label);
}

/**
 * Make the choices of earlier turns history: questions stay to read, nothing stays to press.
 * Nothing is put in their place, because the log would say the old question again.
 */
export function retire(groups) {
  for (const group of groups) {
    const answers = group.querySelector(".answers");
    if (answers) becomeHistory(group, answers);
    else group.remove();
  }
}

function becomeHistory(question, answers) {
  answers.remove();
  question.className = "bubble asked";
  question.removeAttribute("tabindex");
}
