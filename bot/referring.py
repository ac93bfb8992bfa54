"""Passages of the code and people to talk to; of what the last turn gave, only where or who it was."""
from collections.abc import Iterable, Iterator, Mapping, Sequence

from bot.catalogue import Catalogue
from bot.repeating import sentences_in
from bot.tree import Source

Person = Mapping[str, object]


def passages(catalogue: Catalogue, sources: Sequence[Source]) -> tuple[str, ...]:
    """The quotes with their place."""
    say, said = catalogue.phrases.say, catalogue.phrases.said
    lines = {source: say("passage", citaat=source.quote, plaats=source.place) for source in sources}
    known = [source.place for source, (line, *_) in lines.items() if said.wholly(line)]
    new = tuple(line for (line, *_) in lines.values() if not said.wholly(line))
    return (*new, *(say("passage_net", plaatsen=listed(dict.fromkeys(known))) if known else ()))


def contacts(catalogue: Catalogue, people: Sequence[Person]) -> tuple[str, ...]:
    """Who to talk to, what about, and how to reach them."""
    say, said = catalogue.phrases.say, catalogue.phrases.said
    named = [person for person in people if said.wholly(sentences_in(line_of(catalogue, person))[0])]
    new = [person for person in people if person not in named]
    reached = [person for person in new if said.wholly(str(person["bereikbaar"]))]
    return (*new_lines(catalogue, new), *(say("mensen_net", namen=names_of(named)) if named else ()),
            *(say("bereikbaar_net", namen=names_of(reached)) if reached else ()))


def line_of(catalogue: Catalogue, person: Person) -> str:
    """What there is to say about this person."""
    return " ".join(catalogue.phrases.say("contact", **person))


def new_lines(catalogue: Catalogue, people: Iterable[Person]) -> Iterator[str]:
    """A line for each of these people, without a sentence that was said about another one."""
    said = catalogue.phrases.said
    for person in people:
        line = said.new_in(line_of(catalogue, person))
        said = said.also([line])
        yield line


def names_of(people: Iterable[Person]) -> str:
    """The names of these people within a sentence."""
    names = (str(person["naam"]) for person in people)
    return listed(f"{name[0].lower()}{name[1:]}" if name.startswith(("De ", "Het ", "Je ", "Een ")) else name
                  for name in names)


def listed(names: Iterable[str]) -> str:
    """The names as one enumeration."""
    *first, last = names
    return f"{', '.join(first)} en {last}" if first else last
