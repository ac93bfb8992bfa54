"""What the assistant itself says, apart from the trees."""
from collections.abc import Mapping
from dataclasses import dataclass

from bot.fields import Fields
from bot.tree import ROLES

SETTINGS = ("mensen", "acute_woorden", "engelse_woorden", "knoppen")


@dataclass(frozen=True)
class Phrases:
    """The assistant's sentences, its buttons, whom it names, and the words that are always acute or plainly English."""

    lines: Mapping[str, tuple[str, ...]]
    buttons: Mapping[str, str]
    people: tuple[str, ...]
    acute: tuple[str, ...]
    english: frozenset[str]

    def say(self, name: str, **filled: object) -> tuple[str, ...]:
        """The sentences with this name, filled in."""
        return tuple(line.format(**filled) for line in self.lines[name])

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
    lines = {str(name): part.texts(str(name)) for part in both for name in part.values if name not in SETTINGS}
    return Phrases(lines, buttons, people, fields.texts("acute_woorden"), frozenset(fields.texts("engelse_woorden")))
