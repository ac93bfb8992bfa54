/** What goes with an advice: the answers that settled it, what would change it, words to decline with, an opinion. */
import { make } from "./dom.js";
import { icon } from "./icons.js";
import { choiceButton } from "./question.js";
import { SAY } from "./words.js";

const NOTED = 3_000;

/** The answers that settled the advice. */
export function answerList(answers) {
  return make("dl", { class: "told" }, answers.map(({ vraag, antwoord }) => [make("dt", {}, vraag), make("dd", {}, antwoord)]).flat());
}

/** What would change the verdict, closed until somebody wants to know. */
export function turning(others) {
  if (others.length === 0) return null;
  return make("details", { class: "more" },
    make("summary", {}, SAY.turning), make("ul", {}, others.map(({ tekst }) => make("li", {}, tekst))));
}

/** A sentence and a mail to decline kindly, each to copy. */
export function declining(refusal) {
  if (!refusal) return null;
  const { zin, onderwerp, mail } = refusal;
  return make("details", { class: "more" },
    make("summary", {}, SAY.declining),
    make("h4", {}, SAY.inOneSentence), toCopy([zin], SAY.copySentence),
    make("h4", {}, `${SAY.asMail}: ${onderwerp}`), toCopy(mail, SAY.copyMail));
}

function toCopy(lines, label) {
  const status = make("span", { class: "noted" });
  const copy = async () => {
    status.textContent = await copied(lines.join("\n\n")) ? SAY.copied : SAY.notCopied;
    setTimeout(() => { status.textContent = ""; }, NOTED);
  };
  return make("div", { class: "copy" },
    make("blockquote", {}, lines.map((line) => make("p", {}, line))),
    make("p", {}, make("button", { type: "button", class: "change", click: copy }, icon("paper"), label), status));
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Whether the advice helped; asked until it is answered. */
export function opinion(choices, onChoose) {
  const answers = choices.filter(({ keuzeId }) => keuzeId.startsWith("nuttig:"));
  if (answers.length === 0) return null;
  const group = make("div", { class: "changes opinion live", role: "group", "aria-label": SAY.helped },
    make("p", { class: "eyebrow", "aria-hidden": "true" }, SAY.helped),
    make("ul", {}, answers.map((choice) => make("li", {}, choiceButton(choice, "change", choose)))));
  function choose(...said) {
    if (group.querySelector("[aria-disabled]")) return;
    onChoose(...said);
    group.hidden = true;
  }
  return group;
}
