/** Talk to the API; everything that can go wrong becomes one kind of Trouble. */

const PATIENCE = 30_000;
const LONGEST_WAIT = 60;
const KINDS = { 400: "refused", 401: "stranger", 404: "gone", 413: "refused", 422: "refused", 429: "busy", 503: "down" };

/** Why a request has no answer: its kind, what the server said about it, the seconds to wait and where to sign in. */
export class Trouble extends Error {
  constructor(kind, problem = {}, wait = 0, signIn = "") {
    super(problem.detail ?? problem.title ?? kind);
    Object.assign(this, { kind, problem, wait, signIn });
  }
}

/** One API, which knows by a cookie who `signsIn`; `onWait` hears how many seconds a request waits when it is busy. */
export class Client {
  #base;
  #onWait;
  #credentials;

  constructor(base, { signsIn = false, onWait = () => {} } = {}) {
    this.#base = base.replace(/\/+$/, "");
    this.#onWait = onWait;
    this.#credentials = signsIn ? "include" : "same-origin";
  }

  /** A new conversation: {gesprekId, code, beurt}. */
  async begin(code) {
    try {
      return await this.#patiently("POST", "/gesprekken", code ? { code } : {});
    } catch (trouble) {
      throw trouble.kind === "gone" ? new Trouble("refused", trouble.problem) : trouble;
    }
  }

  /** The turn that follows a message; the same key gives the same answer. */
  say(id, message, key) {
    return this.#patiently("POST", `${this.#path(id)}/berichten`, message, key);
  }

  /** Everything that is kept about a conversation. */
  kept(id) {
    return this.#patiently("GET", this.#path(id));
  }

  /** Erase a conversation without waiting for it, also when the page is left meanwhile. */
  eraseOnLeaving(id) {
    fetch(this.#base + this.#path(id), { method: "DELETE", keepalive: true, credentials: this.#credentials })
      .catch(() => {});
  }

  /** Erase a conversation; one that is already gone is fine. */
  async erase(id) {
    try {
      await this.#patiently("DELETE", this.#path(id));
    } catch (trouble) {
      if (trouble.kind !== "gone") throw trouble;
    }
  }

  /** Where the conversation card is. */
  cardAddress(id) {
    return `${this.#base}${this.#path(id)}/gesprekskaart`;
  }

  #path(id) {
    return `/gesprekken/${encodeURIComponent(id)}`;
  }

  async #patiently(method, path, body, key) {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.#once(method, path, body, key);
      } catch (trouble) {
        if (trouble.kind !== "busy" || tries > 3 || trouble.wait > LONGEST_WAIT) throw trouble;
        this.#onWait(trouble.wait);
        await new Promise((resolve) => { setTimeout(resolve, trouble.wait * 1000); });
      }
    }
  }

  async #once(method, path, body, key) {
    const response = await this.#fetched(method, path, body, key);
    if (response.ok) return response.status === 204 ? null : whole(response);
    const signIn = response.url.replace(/\/v1\/.*/, "/aanmelden?naar=/aanmelden/gelukt");
    throw new Trouble(KINDS[response.status] ?? "odd", await problemOf(response), secondsToWait(response), signIn);
  }

  async #fetched(method, path, body, key) {
    const headers = { Accept: "application/json, application/problem+json" };
    if (body) headers["Content-Type"] = "application/json";
    if (key) headers["Idempotency-Key"] = key;
    try {
      return await fetch(this.#base + path, {
        method, headers, body: body && JSON.stringify(body), cache: "no-store", credentials: this.#credentials,
        signal: AbortSignal.timeout(PATIENCE),
      });
    } catch {
      throw new Trouble("lost");
    }
  }
}

async function whole(response) {
  try {
    return await response.json();
  } catch {
    throw new Trouble("lost");
  }
}

async function problemOf(response) {
  try {
    return (await response.json()) ?? {};
  } catch {
    return {};
  }
}

function secondsToWait(response) {
  const given = response.headers.get("Retry-After");
  if (given === null) return 2;
  const seconds = /^\d+$/.test(given) ? Number(given) : (Date.parse(given) - Date.now()) / 1000;
  return Math.max(1, Math.ceil(seconds) || 2);
}
