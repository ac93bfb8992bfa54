"""Take fields out of a content mapping and note every fault with its file, place and field."""
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

Made = TypeVar("Made")


class Fields:
    """A mapping from a content file; what is wrong in it is added to `faults` and replaced by something empty."""

    def __init__(self, where: str, values: object, faults: list[str]) -> None:
        self.where, self.faults = where, faults
        self.values: Mapping[str, object] = values if isinstance(values, Mapping) else {}
        if not isinstance(values, Mapping):
            self.fault(f"verwacht velden met een waarde, kreeg {shown(values)}")

    def fault(self, message: str) -> None:
        """Note something that is wrong here."""
        self.faults.append(f"{self.where}: {message}")

    def text(self, name: str, default: str | None = None) -> str:
        """The words in this field; without a default the field is required."""
        value = self.values.get(name, default)
        if isinstance(value, str) and value.strip():
            return value.strip()
        if name in self.values or default is None:
            self.fault(f"veld '{name}': verwacht tekst, kreeg {shown(value)}")
        return default or ""

    def optional(self, name: str) -> str | None:
        """The words in this field, or None when it is left out."""
        return self.text(name) if name in self.values else None

    def number(self, name: str) -> float | None:
        """The number in this field, or None when it is left out."""
        value = self.values.get(name)
        if value is None or (isinstance(value, int | float) and not isinstance(value, bool)):
            return value
        self.fault(f"veld '{name}': verwacht een getal, kreeg {shown(value)}")
        return None

    def choice(self, name: str, allowed: Sequence[str]) -> str:
        """The words in this field, when they are one of those allowed."""
        value = self.text(name)
        if value and value not in allowed:
            self.fault(f"veld '{name}': {value!r} is niet een van {', '.join(allowed)}")
        return value

    def items(self, name: str) -> tuple[object, ...]:
        """The list in this field; empty when it is left out."""
        value = self.values.get(name, ())
        if isinstance(value, Sequence) and not isinstance(value, str):
            return tuple(value)
        self.fault(f"veld '{name}': verwacht een lijst, kreeg {shown(value)}")
        return ()

    def texts(self, name: str) -> tuple[str, ...]:
        """The list of words in this field; empty when it is left out."""
        for item in self.items(name):
            if not isinstance(item, str) or not item.strip():
                self.fault(f"veld '{name}': verwacht teksten, kreeg {shown(item)}")
        return tuple(item.strip() for item in self.items(name) if isinstance(item, str) and item.strip())

    def parts(self, name: str) -> Iterator[tuple[str, object]]:
        """The names and values of the mapping in this field; it is required."""
        value = self.values.get(name)
        if not isinstance(value, Mapping):
            self.fault(f"veld '{name}': verwacht velden met een waarde, kreeg {shown(value)}")
            return
        yield from ((str(key), part) for key, part in value.items())

    def each(self, name: str, make: Callable[["Fields"], Made]) -> tuple[Made, ...]:
        """What `make` makes of every mapping in the list in this field."""
        return tuple(make(Fields(f"{self.where} › {name} {number}", item, self.faults))
                     for number, item in enumerate(self.items(name), start=1))

    def only(self, *names: str) -> None:
        """Note a fault for every field with another name than these."""
        for name in self.values:
            if name not in names:
                self.fault(f"veld '{name}' is onbekend; bekend zijn: {', '.join(names)}")


def shown(value: object) -> str:
    """A short form of a value, for in a message."""
    return "niets" if value is None else repr(value)[:60]
