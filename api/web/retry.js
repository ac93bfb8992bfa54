/** Tries again by itself what got no answer: after a while, then after longer, and when connection or visitor are back. */

const SECONDS = [8, 20, 45, 90];

/** At most one thing waits to be tried again. */
export class Retry {
  #tries = 0;
  #timer;
  #work = null;

  constructor() {
    addEventListener("online", () => this.#now());
    document.addEventListener("visibilitychange", () => (document.hidden ? null : this.#now()));
  }

  /** Try this again later. */
  plan(work) {
    this.#work = work;
    if (this.#tries < SECONDS.length) this.#timer = setTimeout(() => this.#now(), SECONDS[this.#tries] * 1000);
    this.#tries += 1;
  }

  /** Nothing is to be tried again now. */
  cancel() {
    clearTimeout(this.#timer);
    this.#work = null;
  }

  /** All is well: the next trouble begins with a short wait. */
  reset() {
    this.cancel();
    this.#tries = 0;
  }

  #now() {
    const work = this.#work;
    this.cancel();
    work?.();
  }
}
