"""Talk to the assistant the way a person does."""
from dataclasses import dataclass, field

AGAIN = 12


@dataclass
class Talk:
    """One conversation over the public API; `turns` counts what the person sent, `reached` those up to each advice."""

    web: object
    id: str
    turn: dict
    turns: int = 0
    said: list = field(default_factory=list)
    advices: dict = field(default_factory=dict)
    reached: dict = field(default_factory=dict)

    def send(self, **message):
        answer = self.web.post(f"/v1/gesprekken/{self.id}/berichten", json=message)
        assert answer.status_code == 200, answer.text
        self.turn, self.turns = answer.json(), self.turns + 1
        self.said.append(self.turn["soort"])
        if self.turn["advies"]:
            self.advices[self.turn["dilemma"]] = self.turn["advies"]
            self.reached.setdefault(self.turn["dilemma"], self.turns)
        return self.turn

    def types(self, text):
        return self.send(tekst=text)

    def chooses(self, choice):
        return self.send(keuze=choice)

    @property
    def asked(self):
        """The id of the open question."""
        return self.turn["vraag"]["vraagId"] if self.turn["vraag"] else None

    @property
    def kept(self):
        """What is kept of this conversation."""
        return self.web.get(f"/v1/gesprekken/{self.id}").json()["gesprek"]

    @property
    def told(self):
        """The answers that are kept, by question."""
        return dict(self.kept["antwoorden"])


def begun(web, code):
    """A conversation under this code that was just welcomed."""
    answer = web.post("/v1/gesprekken", json={"code": code} if code else {})
    assert answer.status_code == 201, answer.text
    return Talk(web, answer.json()["gesprekId"], answer.json()["beurt"])


def talked_through(web, script):
    """The talk that follows a script: a first message, then a typed reply to each question that comes.

    What the script has `tussendoor` at a question happens once, before that question is answered; what it has there at
    `advies` happens after the advice.
    """
    talk = begun(web, script["code"])
    talk.types(script["begint"])
    if talk.turn["soort"] == "verduidelijking":
        talk.chooses(script["bedoelt"])
    between = {question: list(steps) for question, steps in script.get("tussendoor", {}).items()}
    for _ in range(AGAIN):
        talked_on(talk, script, between)
        if not talk.kept["wachtend"]:
            break
        talk.types("ja graag")
    for step in between.pop("advies", ()):
        happens(talk, step)
    assert not any(between.values()), f"niet aan bod gekomen: {between}"
    return talk


def talked_on(talk, script, between):
    """Answer every question until there is an advice, with what happens in between."""
    while talk.asked:
        asked = talk.asked
        if steps := due(between, asked, talk.told):
            happens(talk, steps.pop(0))
            continue
        talk.types(script["antwoordt"][asked])
        assert talk.asked != asked, f"niet begrepen bij {asked}: {talk.turn}"


def due(between, asked, told):
    """What happens at this question, or would have happened at one that was answered without being asked."""
    return next((between[question] for question in (asked, *told) if between.get(question)), None)


def happens(talk, step):
    """Play one step of what happens in between."""
    [(kind, words)] = [(name, said) for name, said in step.items() if name in HAPPENS]
    HAPPENS[kind](talk, words, step)


def stays(talk, words, step, kind):
    """Say this; the same question stays open and no answer changes."""
    asked, told = talk.asked, talk.told
    turn = talk.types(words)
    assert (turn["soort"], talk.asked, talk.told) == (kind, asked, told), turn
    assert step.get("hoort", "") in " ".join(turn["berichten"])


def asks(talk, words, step):
    """An information question, or a question about the question."""
    stays(talk, words, step, "informatie")


def mumbles(talk, words, step):
    """Something that cannot be understood."""
    stays(talk, words, step, "niet_begrepen")


def goes_back(talk, words, step):
    """Back to the question before."""
    told = talk.told
    talk.types(words)
    assert talk.asked == step["naar"]
    assert talk.told == {question: answer for question, answer in told.items() if question != step["naar"]}


def changes(talk, words, step):
    """Another answer than before, in so many words."""
    talk.types(words)
    assert talk.told[step["vraag"]] == step["wordt"]
    assert step.get("hoort", "") in " ".join(talk.turn["berichten"])


def asks_to_change(talk, words, step):
    """A request to change an answer; that question is asked again."""
    talk.types(words)
    assert talk.asked == step["vraag"]


def begins_another(talk, words, step):
    """Another dilemma: it is named, and handled first or later."""
    asked, told = talk.asked, talk.told
    turn = talk.types(words)
    assert (turn["soort"], turn["keuzes"][0]["keuzeId"], talk.told) == ("verduidelijking", step["over"], told), turn
    talk.types({"eerst": "ja, eerst dat", "later": "nee, later"}[step["wanneer"]])
    assert {"eerst": talk.turn["dilemma"] == step["over"], "later": talk.asked == asked}[step["wanneer"]], talk.turn


HAPPENS = {"onderbreekt": asks, "vraagt": asks, "bevestigt": asks, "mompelt": mumbles, "klaagt": mumbles,
           "terug": goes_back, "wijzigt": changes, "wil_wijzigen": asks_to_change, "begint_over_iets_anders": begins_another}
