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

  set id(id) {
    this.#id = id;
    inTab((tab) => (id === null ? tab.removeItem(this.#name) : tab.setItem(this.#name, id)));
  }
}

function inTab(use) {
  try {
    return use(sessionStorage);
  } catch {
    return null;
  }
}
