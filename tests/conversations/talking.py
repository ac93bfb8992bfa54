"""Talk to the assistant the way a person does."""
from dataclasses import dataclass, field


@dataclass
class Talk:
    """One conversation over the public API; `turns` counts what the person sent."""

    web: object
    id: str
    turn: dict
    turns: int = 0
    said: list = field(default_factory=list)

    def send(self, **message):
        answer = self.web.post(f"/v1/gesprekken/{self.id}/berichten", json=message)
        assert answer.status_code == 200, answer.text
        self.turn, self.turns = answer.json(), self.turns + 1
        self.said.append(self.turn["soort"])
        return self.turn

    def types(self, text):
        return self.send(tekst=text)

    def chooses(self, choice):
        return self.send(keuze=choice)


def begun(web, code):
    """A conversation under this code that was just welcomed."""
    answer = web.post("/v1/gesprekken", json={"code": code} if code else {})
    assert answer.status_code == 201, answer.text
    return Talk(web, answer.json()["gesprekId"], answer.json()["beurt"])


def talked_through(web, script):
    """The talk that follows a script: a first message, then a typed reply to each question that comes."""
    talk = begun(web, script["code"])
    talk.types(script["begint"])
    if talk.turn["soort"] == "verduidelijking":
        talk.chooses(script["bedoelt"])
    while talk.turn["vraag"]:
        asked = talk.turn["vraag"]["vraagId"]
        talk.types(script["antwoordt"][asked])
        assert not talk.turn["vraag"] or talk.turn["vraag"]["vraagId"] != asked, f"niet begrepen bij {asked}: {talk.turn}"
    return talk
