/** Tells when a conversation has been left alone so long that it will go, and when it has gone. */

const WARNED_BEFORE = 5;
const MINUTE = 60_000;
const LONGEST = 2 ** 31 - 1;

/** Counts from the last touch; `onIdle` hears how many minutes are left: some, and later none. */
export class Idle {
  #minutes;
  #onIdle;
  #timers = [];

  constructor(minutes, onIdle) {
    this.#minutes = minutes;
    this.#onIdle = onIdle;
  }

  /** Count from now. */
  touch() {
    this.stop();
    if (this.#minutes * MINUTE > LONGEST) return;
    const left = Math.min(WARNED_BEFORE, this.#minutes / 2);
    this.#timers = [this.#after(this.#minutes - left, Math.max(1, Math.round(left))), this.#after(this.#minutes, 0)];
  }

  /** Count no longer. */
  stop() {
    this.#timers.forEach(clearTimeout);
  }

  #after(minutes, left) {
    return setTimeout(() => this.#onIdle(left), minutes * MINUTE);
  }
}
