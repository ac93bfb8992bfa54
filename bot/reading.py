"""The only module that opens content files."""
import functools
import pathlib
from collections.abc import Iterator, Mapping

from ruamel.yaml.error import YAMLError

from bot.case import Case
from bot.code import Code
from bot.errors import ContentError
from bot.fields import Fields
from bot.lexicon import Lexicon
from bot.parsed import values_in
from bot.phrases import Phrases, phrases_from
from bot.question import Question
from bot.reading_codes import code_from
from bot.reading_recognition import recognised
from bot.reading_trees import circumstances_from, question_from, topic_from, tree_from
from bot.topics import Topic
from bot.tree import Circumstance, Tree

CONTENT = pathlib.Path(__file__).parent / "content"


def yaml_in(path: pathlib.Path, faults: list[str]) -> object:
    """What the YAML file holds; bad YAML and a key that stands in it twice are faults."""
    try:
        return values_in(path.read_text(encoding="utf-8"))
    except (YAMLError, OSError, UnicodeDecodeError) as error:
        faults.append(f"{named(path)}: {' '.join(str(error).split())[:300]}")
        return {}


def named(path: pathlib.Path) -> str:
    """The file as an editor knows it: its path below the content folder."""
    return "/".join(path.parts[-3:])


def fields_in(path: pathlib.Path, faults: list[str]) -> Fields:
    """The mapping in a YAML file."""
    before = len(faults)
    values = yaml_in(path, faults)
    return Fields(named(path), values if len(faults) == before else {}, faults)


def questions_in(folder: pathlib.Path, faults: list[str]) -> Mapping[str, Question]:
    """The question library: what people read in the folder `vragen`, how answers are recognised in `herkennen`."""
    questions: dict[str, Question] = {}
    for name, values, where in entries(sorted(folder.glob("vragen/*.yml")), faults):
        if name in questions:
            faults.append(f"{where}: vraag '{name}' staat ook al in een ander bestand")
        questions[name] = question_from(name, Fields(f"{where} › {name}", values, faults))
    for path in sorted(folder.glob("herkennen/*.yml")):
        fields = fields_in(path, faults)
        if path.stem in questions:
            questions[path.stem] = recognised(questions[path.stem], fields)
        else:
            fields.fault(f"vraag '{path.stem}' staat niet in de vragenbibliotheek")
    return questions


def entries(paths: list[pathlib.Path], faults: list[str]) -> Iterator[tuple[str, object, str]]:
    """Every named part of these files, with the file it stands in."""
    for path in paths:
        fields = fields_in(path, faults)
        yield from ((str(name), values, named(path)) for name, values in fields.values.items())


def topics_in(folder: pathlib.Path, faults: list[str]) -> Mapping[str, Topic]:
    """What the assistant can be asked about, by label."""
    return {name: topic_from(name, Fields(f"{where} › {name}", values, faults))
            for name, values, where in entries([folder / "onderwerpen.yml"], faults)}


def phrases_in(folder: pathlib.Path, faults: list[str]) -> Phrases:
    """The assistant's own sentences."""
    return phrases_from(fields_in(folder / "gesprek.yml", faults), fields_in(folder / "advies.yml", faults))


def page_words_in(folder: pathlib.Path, faults: list[str]) -> Mapping[str, str]:
    """What the pages themselves say; a folder that has no words of its own takes those that ship."""
    path = folder / "pagina.yml"
    fields = fields_in(path if path.exists() else CONTENT / path.name, faults)
    return {str(name): fields.text(str(name)) for name in fields.values}


def lexicon_in(folder: pathlib.Path, faults: list[str]) -> Lexicon:
    """The concept lexicon: every file of the folder `lexicon`; a concept stands in one file."""
    concepts: dict[str, tuple[str, ...]] = {}
    for path in sorted(folder.glob("lexicon/*.yml")):
        fields = fields_in(path, faults)
        for name in fields.values:
            if name in concepts:
                fields.fault(f"begrip '{name}' staat ook al in een ander bestand")
            concepts[str(name)] = fields.texts(str(name))
    return Lexicon(concepts)


def codes_in(folder: pathlib.Path, faults: list[str]) -> Mapping[str, Code]:
    """Every code of conduct: each folder below `codes`."""
    codes = {}
    for home in sorted(path for path in (folder / "codes").iterdir() if path.is_dir()):
        text = (home / "tekst.txt").read_text(encoding="utf-8")
        parts = {path.stem: yaml_in(path, faults) for path in sorted(home.glob("*.yml"))}
        quotes = list(entries(sorted(home.glob("bronnen/*.yml")), faults))
        codes[home.name] = code_from(home.name, text, parts, quotes, faults)
    return codes


def circumstances_in(folder: pathlib.Path, code: Code, questions: Mapping[str, Question],
                     faults: list[str]) -> tuple[Circumstance, ...]:
    """What any conversation under this code can hold; a code without such a file has nothing of the kind."""
    path = folder / "codes" / code.id / "omstandigheden.yml"
    return circumstances_from(code, questions, fields_in(path, faults)) if path.exists() else ()


def trees_in(folder: pathlib.Path, codes: Mapping[str, Code], questions: Mapping[str, Question],
             faults: list[str]) -> Mapping[tuple[str, str], Tree]:
    """Every tree, by code and dilemma: each file below `bomen`."""
    trees = {}
    held = {code.id: circumstances_in(folder, code, questions, faults) for code in codes.values()}
    for path in sorted(folder.glob("bomen/*/*.yml")):
        code = codes.get(path.parent.name)
        fields = fields_in(path, faults)
        if code is None:
            fields.fault(f"er is geen code '{path.parent.name}'")
        elif fields.values:
            trees[code.id, path.stem] = tree_from(path.stem, code, questions, held[code.id], fields)
    return trees


def cases_in(folder: pathlib.Path) -> tuple[Case, ...]:
    """The signed cases in a folder, a file for each code and dilemma; raise ContentError for a broken file."""
    faults: list[str] = []
    found: list[Case] = []
    for path in sorted(folder.glob("*.yml")):
        code, _, dilemma = path.stem.rpartition("-")
        whole = Fields(named(path), {"zaken": yaml_in(path, faults)}, faults)
        found += whole.each("zaken", functools.partial(case_from, code, dilemma))
    refuse(faults)
    return tuple(found)


def case_from(code: str, dilemma: str, fields: Fields) -> Case:
    """A signed case of one code and dilemma."""
    answers = {question: str(answer) for question, answer in fields.parts("antwoorden")}
    return Case(code, dilemma, fields.text("zaak"), answers)


def refuse(faults: list[str]) -> None:
    """Raise ContentError with all faults, if there are any."""
    if faults:
        raise ContentError(faults)
