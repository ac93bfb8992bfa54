/** Links that leave the conversation where it is. */
import { make, unseen } from "./dom.js";
import { SAY } from "./words.js";

/** A link that opens in a new tab and says so to whoever cannot see it. */
export function tabLink(href, className, ...content) {
  return make("a", { class: className, href, target: "_blank", rel: "noopener" }, content, unseen(` ${SAY.newTab}`));
}
