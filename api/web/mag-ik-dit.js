/** Makes `<mag-ik-dit>` known to the page. */
import { MagIkDit } from "./element.js";

customElements.define("mag-ik-dit", MagIkDit);
