/** Small drawings that go with words, never instead of them. */
import { draw } from "./dom.js";

const PATHS = {
  yes: ["M5 12.5l4.5 4.5L19 7.5"],
  no: ["M6.5 6.5l11 11", "M17.5 6.5l-11 11"],
  talk: ["M4 5.5h16v10h-9l-4 3.5v-3.5H4z", "M8 9h8", "M8 12h5"],
  help: ["M12 20s-7.5-4.6-7.5-10A4 4 0 0 1 12 7.6 4 4 0 0 1 19.500 10C19.500 15.400 12 20 12 20z"],
  phone: ["M6 3.500h3l1.500 4.500-2 1.500a11 11 0 0 0 6 6l1.500-2 4.500 1.500v3a2 2 0 0 1-2 2A16 16 0 0 1 4 5.500a2 2 0 0 1 2-2z"],
  send: ["M4.500 12h14", "M13 6l6 6-6 6"],
  lock: ["M6 11h12v9H6z", "M8.500 11V8a3.500 3.500 0 0 1 7 0v3"],
  paper: ["M6 3.500h8l4 4v13H6z", "M9 12h6", "M9 15.500h6"],
};

/** The drawing with this name, hidden from screen readers. */
export function icon(name) {
  const lines = PATHS[name].map((line) => draw("path", { d: line }));
  return draw("svg", { class: "icon", viewBox: "0 0 24 24", "aria-hidden": "true", focusable: "false" }, lines);
}
