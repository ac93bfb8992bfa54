/** One turn (Beurt) as it is shown; nothing is said twice and nothing is left out. */
import { adviceCard } from "./card.js";
import { make, unseen } from "./dom.js";
import { icon } from "./icons.js";
import { answersIn, asides, questionGroup } from "./question.js";
import { SAY } from "./words.js";

/** What is said before and after the advice, or all words when this turn does not say the advice itself. */
export function around({ soort, berichten, advies }) {
  const first = advies ? berichten.indexOf(advies.titel) : -1;
  if (!advies || (first < 0 && soort !== "advies")) return { lead: berichten, closing: [], card: false };
  const known = [advies.titel, ...advies.stappen, ...advies.bronnen.map(({ citaat }) => citaat)].filter(Boolean);
  const last = berichten.findLastIndex((words) => known.some((part) => words.includes(part)));
  return { lead: berichten.slice(0, Math.max(first, 0)), closing: berichten.slice(last + 1), card: true };
}

/** The words above the choices and the words that head them. */
export function headed({ vraag }, lead, answers) {
  const last = lead.at(-1);
  if (vraag) return { said: last === vraag.tekst ? lead.slice(0, -1) : lead, legend: vraag.tekst };
  if (answers.length === 0) return { said: lead, legend: null };
  return last?.trim().endsWith("?") ? { said: lead.slice(0, -1), legend: last } : { said: lead, legend: SAY.choose };
}

/** Whether the choices of earlier turns still count after this one. */
export function leavesOpen(beurt) {
  return beurt.soort === "informatie" && !beurt.vraag && beurt.keuzes.length === 0 && !around(beurt).card;
}

/** The turn as one element. */
export function turnNode(beurt, cardAddress, onChoose) {
  const { lead, closing, card } = around(beurt);
  const choices = beurt.keuzes;
  const answers = answersIn(choices);
  const { said, legend } = headed(beurt, lead, answers);
  return make("div", { class: `turn turn--${beurt.soort}` },
    bubble(said, beurt.soort === "acuut"),
    card ? adviceCard({ advies: beurt.advies, closing, choices, cardAddress, onChoose }) : null,
    legend && !card ? questionGroup(legend, answers, onChoose) : null,
    card ? null : asides(choices, onChoose));
}

function bubble(said, acute) {
  if (said.length === 0) return null;
  const [first, ...rest] = said.map((words) => make("p", {}, words));
  return make("div", { class: "bubble", tabindex: "-1" }, unseen(SAY.assistant), first, acute ? helplines() : null, rest);
}

function helplines() {
  return make("p", { class: "helplines" },
    make("a", { href: "tel:112" }, icon("phone"), SAY.call112),
    make("a", { href: "tel:113" }, icon("phone"), SAY.call113));
}

/** What the person said or chose. */
export function ownNode(text) {
  return make("div", { class: "own" }, unseen(SAY.person), make("p", {}, text));
}
