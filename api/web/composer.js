/** The text field with its label, its limits and its send button. */
import { make, unseen } from "./dom.js";
import { icon } from "./icons.js";
import { roomLeft, SAY } from "./words.js";

const LONGEST = 2000;
const NEARLY_FULL = 200;

/** A form that hands over what was typed. */
export class Composer {
  #hint = make("p", { id: "room", class: "hint", "aria-live": "polite" });
  #field = make("textarea", {
    id: "text", rows: "2", maxlength: String(LONGEST), "aria-describedby": "keys room", autocomplete: "off",
    enterkeyhint: "send", keydown: (event) => this.#onKey(event), input: () => this.#onInput(),
  });
  #onSend;
  node;

  constructor(onSend) {
    this.#onSend = onSend;
    this.node = make("form", { class: "composer", novalidate: true, submit: (event) => this.#submit(event) },
      make("label", { for: "text" }, SAY.label),
      make("div", { class: "field" }, this.#field,
        make("button", { type: "submit", class: "send" }, make("span", {}, SAY.send), icon("send"))),
      make("p", { id: "keys", class: "unseen" }, SAY.keys), this.#hint);
  }

  get text() {
    return this.#field.value.trim();
  }

  get hasFocus() {
    return this.node.contains(this.node.getRootNode().activeElement);
  }

  focus() {
    this.#field.focus({ preventScroll: true });
  }

  clear() {
    this.#field.value = "";
    this.#onInput();
  }

  /** Put back what could not be sent, before anything typed since. */
  restore(text) {
    if (!this.text.startsWith(text)) this.#field.value = [text, this.text].filter(Boolean).join("\n");
    this.#onInput();
  }

  #onKey(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    this.#submit(event);
  }

  #submit(event) {
    event.preventDefault();
    if (this.text) this.#onSend(this.text);
    else this.#hint.textContent = SAY.empty;
    this.focus();
  }

  #onInput() {
    const left = LONGEST - this.#field.value.length;
    if (left <= 0) this.#hint.textContent = SAY.full;
    else this.#hint.textContent = left <= NEARLY_FULL ? roomLeft(left) : "";
  }
}
