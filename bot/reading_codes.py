"""Make a code of conduct out of its text and the fields of its content files."""
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from bot.code import Code, Contact, Information, Refusal, Section, Term, folded
from bot.fields import Fields, shown
from bot.reading_trees import referral_from, sources_from
from bot.tree import ROLES, Source


def code_from(code_id: str, text: str, parts: Mapping[str, object], quotes: Iterable[tuple[str, object, str]],
              faults: list[str]) -> Code:
    """A code from its text, its files by name and its quotes (name, values, file)."""
    about = Fields(f"codes/{code_id}/code.yml", parts.get("code"), faults)
    about.only("naam", "organisatie", "kort", "editie", "algemene_norm")
    mended = without_errata(text, listed(code_id, "errata", parts, faults))
    sections = sections_from(mended, listed(code_id, "artikelen", parts, faults))
    sources = {name: source_from(code_id, sections, Fields(f"{where} › {name}", values, faults))
               for name, values, where in quotes}
    contacts = {name: contact_from(name, fields) for name, fields in keyed(code_id, "contacten", parts, faults)}
    code = Code(code_id, about.text("naam"), about.text("organisatie"), about.text("kort"), about.text("editie"),
                about.text("algemene_norm"), sections, contacts, sources, {}, {}, {})
    information = {name: information_from(name, code, fields)
                   for name, fields in keyed(code_id, "informatie", parts, faults)}
    terms = {name: term_from(name, code, fields) for name, fields in keyed(code_id, "bedragen", parts, faults)}
    refusals = dict(found for dilemma, fields in keyed(code_id, "afwijzen", parts, faults)
                    for found in refusals_from(dilemma, code, fields))
    return replace(code, information=information, terms=terms, refusals=refusals)


def listed(code_id: str, name: str, parts: Mapping[str, object], faults: list[str]) -> tuple[Fields, ...]:
    """The entries of a file that holds a list."""
    whole = Fields(f"codes/{code_id}/{name}.yml", {name: parts.get(name, ())}, faults)
    return whole.each(name, lambda fields: fields)


def keyed(code_id: str, name: str, parts: Mapping[str, object], faults: list[str]) -> Iterable[tuple[str, Fields]]:
    """The entries of a file that holds names with fields; none when there is no such file."""
    whole = Fields(f"codes/{code_id}/{name}.yml", {name: parts.get(name, {})}, faults)
    return [(key, Fields(f"{whole.where} › {key}", values, faults)) for key, values in whole.parts(name)]


def without_errata(text: str, errata: Iterable[Fields]) -> str:
    """The text with each plain conversion error put right."""
    for erratum in errata:
        erratum.only("staat", "lees", "reden")
        erratum.text("reden")
        wrong, right = str(erratum.values.get("staat", "")), str(erratum.values.get("lees", ""))
        if not wrong or wrong not in text:
            erratum.fault(f"veld 'staat': {shown(wrong)} komt niet voor in de tekst")
        text = text.replace(wrong, right) if wrong else text
    return text


def sections_from(text: str, entries: tuple[Fields, ...]) -> Mapping[str, Section]:
    """The text cut at the beginning of each section, in order."""
    starts, position = [], 0
    for entry in entries:
        entry.only("id", "kop", "begin")
        begin = str(entry.values.get("begin", ""))
        found = text.find(begin, position) if begin else -1
        if found < 0:
            entry.fault(f"veld 'begin': {shown(begin)} staat niet in de tekst na het vorige artikel")
            continue
        starts.append((entry.text("id"), entry.text("kop"), found))
        position = found + 1
    ends = [start for _, _, start in starts[1:]] + [len(text)]
    return {name: Section(name, heading, text[start:end].strip())
            for (name, heading, start), end in zip(starts, ends, strict=True)}


def source_from(code_id: str, sections: Mapping[str, Section], fields: Fields) -> Source:
    """A quote that stands word for word in the section it names."""
    fields.only("artikel", "citaat")
    name, quote = fields.text("artikel"), folded(fields.text("citaat"))
    section = sections.get(name)
    if section is None:
        fields.fault(f"veld 'artikel': {name!r} staat niet in artikelen.yml")
    elif quote not in folded(section.text):
        fields.fault(f"veld 'citaat': staat niet letterlijk in {section.heading}: {shown(quote)}")
    return Source(code_id, name, section.heading if section else "", quote)


def contact_from(role: str, fields: Fields) -> Contact:
    """A role this code names and how to reach it."""
    fields.only("naam", "waarvoor", "bereikbaar", "bron")
    if role not in ROLES:
        fields.fault(f"rol {role!r} is niet een van {', '.join(ROLES)}")
    return Contact(role, fields.text("naam"), fields.text("waarvoor"), fields.text("bereikbaar"),
                   fields.optional("bron"))


def information_from(name: str, code: Code, fields: Fields) -> Information:
    """The answer to an information question, in short paragraphs."""
    fields.only("tekst", "doorverwijzingen", "bronnen")
    return Information(name, fields.texts("tekst"), fields.each("doorverwijzingen", referral_from),
                       sources_from(code, fields))


def refusals_from(dilemma: str, code: Code, fields: Fields) -> Iterator[tuple[tuple[str, str], Refusal]]:
    """The ways to decline in one dilemma, by dilemma and advice; each advice has one."""
    taken: set[str] = set()
    for name, values in fields.values.items():
        part = Fields(f"{fields.where} › {name}", values, fields.faults)
        part.only("bij", "zin", "onderwerp", "mail", "bronnen")
        refusal = Refusal(str(name), part.text("zin"), part.text("onderwerp"), part.texts("mail"),
                          sources_from(code, part))
        for advice in part.texts("bij"):
            if advice in taken:
                part.fault(f"bij: advies '{advice}' heeft al een andere afwijzing")
            taken.add(advice)
            yield (dilemma, advice), refusal


def term_from(name: str, code: Code, fields: Fields) -> Term:
    """An amount, term or scale; days are written as 2020-01-01, or "onbekend" where the code names none."""
    fields.only("staat_als", "waarde", "geldig_vanaf", "geldig_tot", "bron")
    for day in ("geldig_vanaf", "geldig_tot"):
        if not re.fullmatch(r"\d{4}-\d\d-\d\d|onbekend", fields.text(day)):
            fields.fault(f"veld '{day}': verwacht een dag als 2020-01-01, of onbekend")
    source = code.sources.get(fields.text("bron"))
    if source is None:
        fields.fault(f"bron {shown(fields.text('bron'))} staat niet bij de bronnen van {code.id}")
    return Term(name, fields.texts("staat_als"), fields.number("waarde"), fields.text("geldig_vanaf"),
                fields.text("geldig_tot"), source)
