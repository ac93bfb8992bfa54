"""A code of conduct as frozen data: its text in sections, its contacts and its information."""
import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.errors import UnknownError
from bot.tree import Referral, Source


@dataclass(frozen=True)
class Section:
    """A piece of the code under one heading, literal after the errata."""

    id: str
    heading: str
    text: str


@dataclass(frozen=True)
class Contact:
    """A role that this code names; `reach` says how to reach it, or that this is not filled in."""

    role: str
    name: str
    purpose: str
    reach: str
    section: str | None


@dataclass(frozen=True)
class Information:
    """The answer to an information question under one code."""

    id: str
    text: tuple[str, ...]
    referrals: tuple[Referral, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Term:
    """An amount, term or scale that a code sets: the forms it is written in, and from and until which day it holds."""

    id: str
    forms: tuple[str, ...]
    value: float | None
    since: str
    until: str
    source: Source | None


@dataclass(frozen=True)
class Refusal:
    """A kind way to decline under one code: a sentence, and a mail with its subject and paragraphs."""

    id: str
    sentence: str
    subject: str
    mail: tuple[str, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Code:
    """One organisation's code of conduct; `refusals` are looked up by dilemma and advice."""

    id: str
    name: str
    organisation: str
    short: str
    edition: str
    general_norm: str
    sections: Mapping[str, Section]
    contacts: Mapping[str, Contact]
    sources: Mapping[str, Source]
    information: Mapping[str, Information]
    terms: Mapping[str, Term]
    refusals: Mapping[tuple[str, str], Refusal]

    def section(self, section_id: str) -> Section:
        """The section with this id, or UnknownError."""
        if section_id not in self.sections:
            raise UnknownError("artikel", section_id, self.sections)
        return self.sections[section_id]


def folded(text: str) -> str:
    """The text with every run of white space as one space, for comparing quotes."""
    return re.sub(r"\s+", " ", text).strip()
