/** People to talk to, as a list. */
import { make } from "./dom.js";

/** A list of people: name, what for, and how to reach them. */
export function peopleList(people) {
  return make("ul", { class: "people" }, people.map(person));
}

function person({ naam, waarvoor, bereikbaar }) {
  return make("li", {},
    make("strong", {}, naam ?? ""),
    waarvoor ? make("span", {}, waarvoor) : null,
    bereikbaar ? make("span", { class: "reach" }, bereikbaar) : null);
}
