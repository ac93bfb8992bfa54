/** The advice as a card: verdict, why, what to do, who to talk to and where it is written. */
import { make } from "./dom.js";
import { icon } from "./icons.js";
import { tabLink } from "./links.js";
import { answerList, declining, opinion, turning } from "./more.js";
import { peopleList } from "./people.js";
import { answersIn, asides, choiceButton } from "./question.js";
import { DUTIES, SAY, VERDICTS } from "./words.js";

const OWN_BUTTONS = /^(kaart|opnieuw|afwijzen|nuttig:.*)$/;

/** The card of an advice, with what can be done with it. */
export function adviceCard({ advies, choices, cardAddress, onChoose }) {
  return make("article", { class: "card", tabindex: "-1", "aria-label": advies.titel },
    verdict(advies),
    make("h2", {}, advies.titel),
    make("p", {}, advies.waarom.tekst),
    section(SAY.settled, advies.waarom.antwoorden, answerList),
    advies.bronnen.slice(0, 1).map((source) => passage(source, cardAddress, true)),
    section(SAY.steps, advies.stappen, (steps) => make("ol", {}, steps.map((step) => make("li", {}, step)))),
    section(SAY.people, advies.doorverwijzingen, peopleList),
    section(SAY.sources, advies.bronnen.slice(1), (sources) => sources.map((source) => passage(source, cardAddress, false))),
    section(SAY.open, advies.openPunten, (points) => points.map(({ tekst }) => make("p", {}, tekst))),
    turning(advies.anders),
    declining(advies.afwijzen),
    make("div", { class: "closing" }, advies.opmerkingen.map((words) => make("p", {}, words))),
    actions(choices, cardAddress, onChoose),
    opinion(choices, onChoose),
    asides(choices, onChoose));
}

function verdict({ oordeel, melden }) {
  const { badge, icon: drawing, tone } = VERDICTS[oordeel] ?? VERDICTS.geen_oordeel;
  return make("p", { class: "verdict" },
    make("span", { class: `badge badge--${tone}` }, icon(drawing), badge),
    DUTIES[melden] ? make("span", { class: "badge" }, DUTIES[melden]) : null);
}

function section(title, items, show) {
  return items?.length ? make("section", {}, make("h3", {}, title), show(items)) : null;
}

function passage({ code, vindplaats, citaat }, cardAddress, open) {
  const address = new URL(`../../../codes/${encodeURIComponent(code)}/bron`, new URL(cardAddress, location.href));
  address.searchParams.set("vindplaats", vindplaats);
  return make("details", { class: "passage", open },
    make("summary", {}, vindplaats), make("blockquote", {}, make("p", {}, citaat)),
    tabLink(address.href, "whole", SAY.wholeText));
}

function actions(choices, cardAddress, onChoose) {
  const others = answersIn(choices).filter(({ keuzeId }) => !OWN_BUTTONS.test(keuzeId));
  return make("div", { class: "actions live" },
    tabLink(cardAddress, "answer", icon("paper"), make("span", {}, SAY.card)),
    others.map((choice) => choiceButton(choice, "answer", onChoose)),
    choiceButton({ keuzeId: "opnieuw", label: SAY.other }, "answer", onChoose));
}
