/** One thing at a time: while it runs everything else waits, and what goes wrong can be tried again. */
import { Trouble } from "./client.js";
import { Retry } from "./retry.js";
import { SAY } from "./words.js";

const PASSING = ["lost", "down", "stranger"];

/** What the element does for somebody; `instead` gives what to try when the server refuses, or null. */
export class Attempts {
  #view;
  #instead;
  #retry = new Retry();
  #busy = false;

  constructor(view, instead) {
    this.#view = view;
    this.#instead = instead;
  }

  get busy() {
    return this.#busy;
  }

  /** Do this and say what it returns; what may pass is tried again by itself when it is `wanted` then. */
  async make(work, wanted = () => true) {
    if (this.#busy) return;
    this.#retry.cancel();
    this.#wait(true);
    this.#view.notice.think();
    try {
      const news = await work();
      if (this.#view.notice.hasFocus) this.#view.composer.focus();
      this.#view.notice.tell(news ?? "");
      this.#retry.reset();
    } catch (trouble) {
      this.#failed(trouble, work, wanted);
    } finally {
      this.#wait(false);
    }
  }

  #failed(trouble, work, wanted) {
    if (!(trouble instanceof Trouble)) console.error(trouble);
    const known = trouble instanceof Trouble ? trouble : new Trouble("odd");
    const other = known.kind === "refused" ? this.#instead() : null;
    const again = PASSING.includes(known.kind);
    if (again) this.#retry.plan(() => (wanted() ? this.make(work, wanted) : null));
    this.#view.notice.trouble(known, { label: other ? SAY.where : SAY.retry, again },
      () => this.make(other ?? work, wanted));
  }

  #wait(busy) {
    this.#busy = busy;
    this.#view.waiting = busy;
  }
}
