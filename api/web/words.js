/** Every word the page itself says; what the assistant says comes from the content. */

export const VERDICTS = {
  toegestaan: { badge: "Mag", icon: "yes", tone: "good" },
  toegestaan_mits: { badge: "Mag, onder voorwaarden", icon: "yes", tone: "care" },
  niet_toegestaan: { badge: "Mag niet", icon: "no", tone: "halt" },
  overleg: { badge: "Overleg eerst", icon: "talk", tone: "care" },
  geen_oordeel: { badge: "Hulp en advies", icon: "help", tone: "calm" },
};

export const DUTIES = { verplicht: "Melden is verplicht", niet_verplicht: "Melden is niet verplicht" };

export const CONTROLS = [
  ["terug", "Terug"], ["waarom", "Waarom?"], ["bron", "Waar staat dat?"], ["weet_niet", "Weet ik niet"],
  ["mens", "Een mens spreken"], ["opnieuw", "Opnieuw"], ["stop", "Stoppen"],
];

export const SAY = {
  log: "Gesprek",
  assistant: "De assistent zegt:",
  person: "Jij zegt:",
  label: "Vertel wat er speelt, of typ je antwoord",
  keys: "Enter verstuurt je bericht. Shift en Enter samen geeft een nieuwe regel.",
  send: "Verstuur",
  controls: "Hulp bij dit gesprek",
  choose: "Maak een keuze",
  changes: "Klopt er iets niet?",
  additions: "Geldt dit ook voor jou?",
  steps: "Wat je nu doet",
  people: "Met wie je kunt praten",
  sources: "Waar dit nog meer op rust",
  settled: "Wat de doorslag gaf",
  open: "Wat de gedragscode openlaat",
  turning: "Wat het anders zou maken",
  declining: "Zo zeg je vriendelijk nee",
  inOneSentence: "In één zin",
  asMail: "Als mail, met als onderwerp",
  copySentence: "Kopieer de zin",
  copyMail: "Kopieer de mail",
  copied: "Gekopieerd",
  notCopied: "Kopiëren lukt hier niet. Selecteer de tekst zelf.",
  helped: "Had je iets aan dit advies?",
  card: "Gesprekskaart",
  wholeText: "Lees het in de hele tekst",
  newTab: "(opent in een nieuw tabblad)",
  other: "Andere vraag",
  call112: "Bel 112",
  call113: "Bel 113",
  privacy: "We vragen je naam niet. Een gesprek dat stil ligt, wist zichzelf.",
  erase: "Wis alles",
  exit: "Snel weg",
  kept: "Wat bewaren jullie?",
  keptAll: "Dit is alles wat we van dit gesprek bewaren, letterlijk. Wat je typt staat er niet bij. Je naam ook niet.",
  keptHere: "In je browser staat alleen het nummer van dit gesprek. Dat verdwijnt als je dit tabblad sluit.",
  keptNothing: "We bewaren nu niets.",
  close: "Sluit dit",
  thinking: "De assistent denkt even na…",
  resume: "We gaan verder waar we waren.",
  erased: "Alles is gewist.",
  idle: "Je gesprek lag te lang stil. Daarom is alles gewist.",
  goOn: "Verder met dit gesprek",
  anew: "Begin opnieuw",
  again: "We proberen het straks vanzelf nog eens.",
  retry: "Probeer opnieuw",
  signIn: "Meld je aan",
  where: "Laat zien waar we waren",
  empty: "Typ eerst je bericht, dan kun je het versturen.",
  full: "Langer kan je bericht niet worden (2000 tekens). Kijk of het einde er nog op staat, of stuur het in delen.",
};

/** How much still fits in the text field. */
export const roomLeft = (count) => `Je kunt nog ${count} ${count === 1 ? "teken" : "tekens"} typen.`;

/** That the conversation goes when nothing happens. */
export const idling = (minutes) =>
  `Je gesprek ligt een tijdje stil. Over ${minutes} ${minutes === 1 ? "minuut" : "minuten"} wissen we het.`;

/** That it is too busy, and when the message goes out again. */
export const waiting = (seconds) =>
  `Het is even druk. Over ${seconds} ${seconds === 1 ? "seconde" : "seconden"} sturen we je bericht vanzelf opnieuw.`;

export const TROUBLE = {
  lost: "De assistent is nu niet te bereiken. Er is niets kwijt: wat je typte staat er nog. Kijk of je verbinding hebt.",
  gone: "Het vorige gesprek is er niet meer. We zijn opnieuw begonnen.",
  busy: "Het is nu te druk om te antwoorden. Er is niets kwijt: probeer het straks nog eens.",
  down: "De assistent kan nu even niet antwoorden. Er is niets kwijt: wat je typte staat er nog.",
  stranger: "Je bent hier niet of niet meer aangemeld. Er is niets kwijt: meld je aan en ga verder.",
  refused: "Dit kon ik niet verwerken.",
  odd: "Er ging iets mis, en dat ligt aan ons. Er is niets kwijt: wat je typte staat er nog.",
};
