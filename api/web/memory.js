/** Remember the conversation's id: in this element, and in this tab where the browser allows it. */
export class Memory {
  #name;
  #id;

  constructor(code) {
    this.#name = `mag-ik-dit:${code ?? ""}`;
    this.#id = inTab((tab) => tab.getItem(this.#name)) ?? null;
  }

  get id() {
    return this.#id;
  }

  /** Whether this tab may go on: a copy of a tab gets the id as well, but not the lock, and begins anew. */
  async claim() {
    if (!this.#id || !navigator.locks) return;
    const mine = await hold(`mag-ik-dit:${this.#id}`);
    if (!mine) this.#id = null;
  }

  set id(id) {
    this.#id = id;
    inTab((tab) => (id === null ? tab.removeItem(this.#name) : tab.setItem(this.#name, id)));
  }
}

/** Hold this lock until the page goes; after a reload the page that was may need a moment to let go. */
function hold(name) {
  return new Promise((resolve) => {
    navigator.locks.request(name, { signal: AbortSignal.timeout(1500) }, () => {
      resolve(true);
      return new Promise(() => {});
    }).catch(() => resolve(false));
  });
}

function inTab(use) {
  try {
    return use(sessionStorage);
  } catch {
    return null;
  }
}
