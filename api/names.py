"""First and last names as they occur in the Netherlands and Flanders, and its places, from the lists of Faker."""
import functools
import re

from faker.providers.address.nl_BE import Provider as FlemishAddress
from faker.providers.address.nl_NL import Provider as DutchAddress
from faker.providers.person.nl_BE import Provider as Flemish
from faker.providers.person.nl_NL import Provider as Dutch

Names = frozenset[str]
BEFORE = frozenset(("van", "de", "den", "der", "het", "ten", "ter", "te"))


@functools.cache
def first_names() -> Names:
    """First names, in lower case."""
    listed = (Dutch.first_names, Flemish.first_names_female, Flemish.first_names_male)
    return frozenset(name.lower() for names in listed for name in names)


@functools.cache
def last_names() -> Names:
    """Last names of one word, in lower case and without what stands before them."""
    listed = (*Dutch.last_names, *Flemish.last_names)
    return frozenset(name.lower().split()[-1] for name in listed if name[-1:].isalpha()) - BEFORE


@functools.cache
def places() -> Names:
    """The words in the names of places and countries, in lower case."""
    listed = (*DutchAddress.cities, *FlemishAddress.cities, *DutchAddress.countries)
    return frozenset(word for name in listed for word in re.findall(r"[\w'-]+", name.lower()))
