/** What is on the screen: the log, the status line, the text field and the buttons that are always there. */
import { Composer } from "./composer.js";
import { make } from "./dom.js";
import { icon } from "./icons.js";
import { keptPanel } from "./kept.js";
import { Notice } from "./notice.js";
import { choiceButton, retire } from "./question.js";
import { leavesOpen, ownNode, turnNode } from "./turn.js";
import { CONTROLS, SAY } from "./words.js";

/** The whole element; `onSay` hears a message with its label, the others that all must go, is asked for, or that the person leaves. */
export class View {
  #log = make("div", { role: "log", "aria-live": "polite", "aria-label": SAY.log, class: "log" });
  #onSay;
  #controls;
  #kept = make("div", {});
  #dontKnow;
  composer;
  notice = new Notice();
  node;

  constructor({ onSay, onErase, onKept, onExit }) {
    this.#onSay = onSay;
    this.composer = new Composer((text) => onSay({ tekst: text }, text));
    this.#controls = this.#controlBar();
    this.node = make("div", { class: "frame", lang: "nl" },
      make("p", { class: "leave" }, make("button", { type: "button", class: "answer", click: onExit }, SAY.exit)),
      this.#log, this.notice.node, this.composer.node, this.#controls, privacy(onErase, onKept), this.#kept);
  }

  /** Show what the person said; the returned function takes it back. */
  addOwn(text) {
    const own = ownNode(text);
    this.#log.append(own);
    this.#reveal(own);
    return () => own.remove();
  }

  /** Show a turn; move the focus there unless the person is typing. A question that gets the focus is said by that. */
  addTurn(beurt, cardAddress, moveFocus) {
    const first = this.#log.childElementCount === 0;
    const earlier = leavesOpen(beurt) ? [] : [...this.#log.querySelectorAll(".live")];
    const turn = turnNode(beurt, cardAddress, this.#onSay);
    if (moveFocus) turn.querySelector(".question")?.setAttribute("aria-live", "off");
    this.#log.append(turn);
    this.#dontKnow.hidden = !beurt.vraag || beurt.keuzes.some(({ keuzeId }) => keuzeId === "weet_niet");
    if (moveFocus) this.#focusOn(turn, beurt.soort);
    retire(earlier);
    if (!first || moveFocus) this.#reveal(turn);
  }

  /** Show a line from the assistant that the page itself adds. */
  addLine(text) {
    this.#log.append(turnNode({ soort: "informatie", berichten: [text], keuzes: [] }, "", this.#onSay));
  }

  /** Show everything that is kept; null when that is nothing. */
  showKept(kept) {
    this.#kept.replaceChildren(keptPanel(kept, () => this.#closeKept()));
    this.#kept.firstChild.focus();
  }

  /** Forget everything that was said. */
  empty() {
    this.#log.replaceChildren();
    this.#kept.replaceChildren();
  }

  #closeKept() {
    this.#kept.replaceChildren();
    this.node.querySelector(".privacy button").focus();
  }

  /** Mark the buttons as waiting; they keep the focus and stay readable. */
  set waiting(waiting) {
    for (const button of this.node.querySelectorAll("button")) {
      if (waiting) button.setAttribute("aria-disabled", "true");
      else button.removeAttribute("aria-disabled");
    }
  }

  #focusOn(turn, soort) {
    const question = turn.querySelector(".question");
    if (soort === "welkom" && !question) this.composer.focus();
    else (question ?? turn.querySelector(".card, .bubble"))?.focus({ preventScroll: true });
  }

  #reveal(part) {
    const room = window.innerHeight - this.composer.node.offsetHeight - this.notice.node.offsetHeight;
    if (part.offsetHeight > room) part.scrollIntoView({ block: "start" });
    else this.composer.node.scrollIntoView({ block: "nearest" });
  }

  #controlBar() {
    const buttons = CONTROLS.map(([keuzeId, label]) => choiceButton({ keuzeId, label }, "control", this.#onSay));
    this.#dontKnow = buttons[CONTROLS.findIndex(([keuzeId]) => keuzeId === "weet_niet")];
    this.#dontKnow.hidden = true;
    return make("div", { class: "controls", role: "group", "aria-label": SAY.controls }, buttons);
  }
}

function privacy(onErase, onKept) {
  return make("div", { class: "privacy" }, make("p", {}, icon("lock"), SAY.privacy),
    make("button", { type: "button", class: "control", click: onKept }, SAY.kept),
    make("button", { type: "button", class: "control", click: onErase }, SAY.erase));
}
