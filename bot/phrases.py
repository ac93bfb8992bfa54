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


def phrases_from(fields: Fields) -> Phrases:
    """The phrases in the fields of gesprek.yml."""
    people = fields.texts("mensen")
    for role in people:
        if role not in ROLES:
            fields.fault(f"veld 'mensen': rol {role!r} is niet een van {', '.join(ROLES)}")
    buttons = {name: str(label) for name, label in fields.parts("knoppen")}
    lines = {str(name): fields.texts(str(name)) for name in fields.values if name not in SETTINGS}
    return Phrases(lines, buttons, people, fields.texts("acute_woorden"), frozenset(fields.texts("engelse_woorden")))
