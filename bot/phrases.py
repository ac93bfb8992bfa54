"""What the assistant itself says, apart from the trees."""
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.fields import Fields
from bot.repeating import Said
from bot.tree import ROLES

SETTINGS = ("mensen", "acute_woorden", "engelse_woorden", "knoppen", "zwaarste_eerst", "herken", "namen_van_mensen")
CUES = ("wijzigen", "herstel", "al_gezegd", "uitleg", "klopt", "klopt_niet", "iets_anders", "aarzelt", "ja_of_nee",
        "en_nu", "leider", "erbij", "nog_iets", "ander_geval", "geen_gevaar", "anders_bedoeld", "zwaar", "ga_verder",
        "afwijzen", "dit_geval", "wat_als")
Lines = tuple[str, ...]


@dataclass(frozen=True)
class PeopleNames:
    """What helps to know a name: what comes before one, more first names, words that never are one, or rarely."""

    titles: Lines = ()
    roles: Lines = ()
    extra: Lines = ()
    never: Lines = ()
    doubtful: Lines = ()


@dataclass(frozen=True)
class Phrases:
    """The assistant's sentences, its buttons, whom it names, and the words by which it knows what is meant.

    A sentence can be said in several ways; which one follows from the number of the turn and from what the last turn
    said, so that two turns in a row never say it in the same way.
    """

    lines: Mapping[str, tuple[Lines, ...]]
    buttons: Mapping[str, str]
    people: Lines
    acute: Lines
    english: frozenset[str]
    gravest: Lines = ()
    cues: Mapping[str, Lines] = field(default_factory=dict)
    names: PeopleNames = PeopleNames()
    turn: int = 0
    said: Said = Said()

    def say(self, name: str, **filled: object) -> Lines:
        """The sentences with this name, filled in, as they are said in this turn."""
        ways, first = self.lines[name], self.turn % len(self.lines[name])
        return self.fresh(*(tuple(line.format(**filled) for line in way) for way in (*ways[first:], *ways[:first])))

    def fresh(self, *ways: Lines) -> Lines:
        """The first of these ways to say something that was not said in the last turn; otherwise the first one."""
        return next((way for way in ways if not any(map(self.said.partly, way))), ways[0])

    def at(self, turn: int, said: Said) -> "Phrases":
        """The sentences as they are said in the turn with this number, after what was said in the last one."""
        return replace(self, turn=turn, said=said)

    def line(self, name: str, **filled: object) -> str:
        """The sentences with this name as one line, filled in."""
        return " ".join(self.say(name, **filled))


def phrases_from(fields: Fields, around_advice: Fields) -> Phrases:
    """The phrases in the fields of gesprek.yml and advies.yml."""
    people = fields.texts("mensen")
    for role in people:
        if role not in ROLES:
            fields.fault(f"veld 'mensen': rol {role!r} is niet een van {', '.join(ROLES)}")
    both = (fields, around_advice)
    buttons = {name: str(label) for part in both for name, label in part.parts("knoppen")}
    lines = {str(name): ways_in(part, str(name)) for part in both for name in part.values if name not in SETTINGS}
    return Phrases(lines, buttons, people, fields.texts("acute_woorden"), frozenset(fields.texts("engelse_woorden")),
                   fields.texts("zwaarste_eerst"), cues_in(fields), names_in(fields))


def ways_in(fields: Fields, name: str) -> tuple[Lines, ...]:
    """The ways to say this: a list of sentences is one way, a list of such lists several."""
    items = fields.items(name)
    if not any(isinstance(item, Sequence) and not isinstance(item, str) for item in items):
        return (fields.texts(name),)
    return tuple(Fields(f"{fields.where} › {name}", {"zinnen": item}, fields.faults).texts("zinnen") for item in items)


def cues_in(fields: Fields) -> Mapping[str, Lines]:
    """The words by which a move in the conversation is known, by the name of the move."""
    named = Fields(f"{fields.where} › herken", fields.values.get("herken"), fields.faults)
    named.only(*CUES)
    return {name: named.texts(name) for name in CUES}


def names_in(fields: Fields) -> PeopleNames:
    """What helps to know a name of a person."""
    named = Fields(f"{fields.where} › namen_van_mensen", fields.values.get("namen_van_mensen"), fields.faults)
    named.only("ervoor", "rollen", "ook", "nooit", "soms")
    return PeopleNames(*(named.texts(name) for name in ("ervoor", "rollen", "ook", "nooit", "soms")))
