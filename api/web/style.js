/** The style sheets of the element; one that does not arrive is left out, the conversation goes on. */
const NAMES = ["theme", "base", "talk", "question", "card", "field", "media"];

async function sheet(name) {
  const answer = await fetch(new URL(`${name}.css`, import.meta.url));
  return new CSSStyleSheet().replace(answer.ok ? await answer.text() : "");
}

const loaded = await Promise.allSettled(NAMES.map(sheet));

export const sheets = loaded.filter(({ status }) => status === "fulfilled").map(({ value }) => value);
