/** The custom element: one conversation, one message at a time. */
import { Attempts } from "./attempts.js";
import { Client } from "./client.js";
import { Idle } from "./idle.js";
import { Memory } from "./memory.js";
import { settings } from "./settings.js";
import { sheets } from "./style.js";
import { View } from "./view.js";
import { SAY, TROUBLE } from "./words.js";

/**
 * `<mag-ik-dit code="…" api="…" weg="…">`: without `code` the assistant asks for it, without `api` the origin of this
 * script answers, without `weg` the quick exit leads where that origin says.
 */
export class MagIkDit extends HTMLElement {
  #client;
  #memory;
  #view;
  #attempts;
  #unsent = { said: null, key: null };
  #idle = new Idle(settings.stilteMinuten, (minutes) => this.#leftAlone(minutes));

  connectedCallback() {
    if (this.#view) return;
    this.#client = new Client(this.getAttribute("api") ?? new URL("/v1", import.meta.url).href,
      { signsIn: settings.aanmelden, onWait: (seconds) => this.#view.notice.wait(seconds) });
    this.#memory = new Memory(this.getAttribute("code"));
    this.#takeOver(this.getAttribute("gesprek"));
    this.#view = new View({
      onSay: (...said) => this.#say(...said), onErase: () => this.#erase(), onKept: () => this.#showKept(),
      onExit: () => this.#leave(),
    });
    this.#attempts = new Attempts(this.#view, () => (this.#memory.id ? () => this.#resume() : null));
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = sheets;
    root.append(this.#view.node);
    this.#attempts.make(() => this.#arrive());
  }

  async #arrive() {
    await this.#memory.claim();
    await (this.#memory.id ? this.#resume() : this.#begin());
  }

  /** Go on with a conversation that began elsewhere; a reload of the page is then an ordinary one. */
  #takeOver(id) {
    if (!id) return;
    this.#memory.id = id;
    history.replaceState(null, "", "/");
  }

  async #begin(moveFocus = false) {
    const { gesprekId, beurt } = await this.#client.begin(this.getAttribute("code"));
    this.#memory.id = gesprekId;
    await this.#memory.claim();
    this.#show(beurt, moveFocus);
  }

  async #resume() {
    try {
      const beurt = await this.#client.say(this.#memory.id, { keuze: "samenvatting" });
      this.#view.addLine(SAY.resume);
      this.#show(beurt, false);
    } catch (trouble) {
      if (trouble.kind !== "gone") throw trouble;
      await this.#begin();
    }
  }

  #say(message, label) {
    if (this.#attempts.busy) return;
    const key = this.#keyFor(JSON.stringify(message));
    const unchanged = () => !message.tekst || this.#view.composer.text === message.tekst;
    this.#attempts.make(() => this.#deliver(message, label, key), unchanged);
  }

  /** The key of this message: a repeat of what could not be sent keeps the key it had. */
  #keyFor(said) {
    if (this.#unsent.said !== said) this.#unsent = { said, key: newKey() };
    return this.#unsent.key;
  }

  async #deliver(message, label, key) {
    const takeBack = this.#view.addOwn(label);
    if (this.#view.composer.text === message.tekst) this.#view.composer.clear();
    try {
      if (!this.#memory.id) await this.#begin();
      const beurt = await this.#client.say(this.#memory.id, message, key);
      this.#unsent = { said: null, key: null };
      this.#delivered(message, beurt);
    } catch (trouble) {
      takeBack();
      if (message.tekst) this.#view.composer.restore(message.tekst);
      if (trouble.kind !== "gone") throw trouble;
      return this.#startOver();
    }
  }

  #delivered(message, beurt) {
    const typing = this.#view.composer.hasFocus;
    if (message.tekst && !typing) this.#view.composer.focus();
    this.#show(beurt, !message.tekst && !typing);
  }

  async #startOver() {
    this.#view.empty();
    await this.#begin(true);
    return TROUBLE.gone;
  }

  #erase() {
    this.#attempts.make(async () => {
      if (this.#memory.id) await this.#client.erase(this.#memory.id);
      this.#forget();
      await this.#begin(true);
      return SAY.erased;
    });
  }

  #forget() {
    this.#idle.stop();
    this.#memory.id = null;
    this.#view.empty();
    this.#view.composer.clear();
  }

  #showKept() {
    this.#attempts.make(async () => this.#view.showKept(this.#memory.id ? await this.#client.kept(this.#memory.id) : null));
  }

  /** Erase everything and be gone; the neutral page takes the place of this one, so that going back does not lead here. */
  #leave() {
    if (this.#memory.id) this.#client.eraseOnLeaving(this.#memory.id);
    this.#forget();
    location.replace(this.getAttribute("weg") ?? settings.weg);
  }

  #leftAlone(minutes) {
    if (minutes === 0) this.#forget();
    this.#view.notice.idle(minutes, () => this.#attempts.make(() => (this.#memory.id ? this.#resume() : this.#begin(true))));
  }

  #show(beurt, moveFocus) {
    this.#idle.touch();
    this.#view.addTurn(beurt, this.#client.cardAddress(this.#memory.id), moveFocus);
  }
}

function newKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
