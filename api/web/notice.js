/** One line that says what is going on: thinking, waiting, or what went wrong and how to go on. */
import { make } from "./dom.js";
import { tabLink } from "./links.js";
import { peopleList } from "./people.js";
import { idling, SAY, TROUBLE, waiting } from "./words.js";

const OWN_WORDS = ["down", "lost", "gone", "stranger"];

/** The status line with, after trouble, a button to go on. */
export class Notice {
  #status = make("div", { role: "status" });
  #button = make("button", { type: "button", class: "answer", hidden: true, click: () => this.#onPress?.() });
  #onPress = null;
  node = make("div", { class: "notice" }, this.#status, this.#button);

  get hasFocus() {
    return this.node.getRootNode().activeElement === this.#button;
  }

  /** Say that an answer is on its way. */
  think() {
    this.#show("thinking", make("p", {}, SAY.thinking));
  }

  /** Say that it is busy and that the message goes out again by itself. */
  wait(seconds) {
    this.#show("thinking", make("p", {}, waiting(seconds)));
  }

  /** Say this, or nothing, and take the button away. */
  tell(text) {
    this.#show("", text ? make("p", {}, text) : null);
    this.#button.hidden = true;
  }

  /** Say that the conversation will go, or has gone, because it was left alone; offer to go on. */
  idle(minutes, onPress) {
    this.#show("trouble", make("p", {}, minutes > 0 ? idling(minutes) : SAY.idle));
    this.#offer(minutes > 0 ? SAY.goOn : SAY.anew, onPress);
  }

  /** Say what went wrong and offer a way on; `again` when it is tried again without asking. */
  trouble({ kind, problem, signIn }, { label, again }, onPress) {
    const { detail, contacten } = problem;
    const own = TROUBLE[kind] ?? TROUBLE.odd;
    this.#show("trouble",
      make("p", {}, kind === "down" && detail ? detail : own),
      kind === "stranger" ? make("p", {}, tabLink(signIn, "whole", SAY.signIn)) : null,
      !OWN_WORDS.includes(kind) && detail ? make("p", {}, detail) : null,
      again ? make("p", {}, SAY.again) : null,
      contacten?.length ? peopleList(contacten) : null);
    this.#offer(label, onPress);
  }

  #offer(label, onPress) {
    this.#button.textContent = label;
    this.#button.hidden = false;
    this.#onPress = onPress;
  }

  #show(state, ...content) {
    this.node.dataset.state = state;
    this.#status.replaceChildren(...content.filter((part) => part !== null));
  }
}
