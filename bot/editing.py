"""What editors do with one tree or all: check, draw, walk along."""
import argparse
import datetime

from bot import catalogue as catalogues
from bot.checking import faults
from bot.checking_codes import expired
from bot.drawing import drawn
from bot.errors import ContentError
from bot.tree import Advice, Ask
from bot.walk import paths, walk


def check(arguments: argparse.Namespace) -> int:
    """List every fault; with a code or dilemma only the faults that name it."""
    try:
        catalogue = catalogues.read()
    except ContentError as error:
        return report(error.faults, arguments)
    found = (*faults(catalogue), *expired(catalogue, datetime.date.today()))
    outcome = report(found, arguments)
    count = sum(1 for tree in catalogue.trees.values() for _ in paths(tree)) if not outcome else 0
    print(f"{len(catalogue.trees)} beslisbomen, {count} paden" if not outcome else "", end="\n")
    return outcome


def report(found: tuple[str, ...], arguments: argparse.Namespace) -> int:
    """Print the faults that belong to what was asked for; 1 when there are any, else 0."""
    wanted = [name for name in (arguments.code, arguments.dilemma) if name]
    mine = [fault for fault in found if all(name in fault for name in wanted)]
    for fault in mine:
        print(f"✘ {fault}")
    print(f"{len(mine)} fouten" if mine else "Alles in orde.")
    return 1 if mine else 0


def draw(arguments: argparse.Namespace) -> int:
    """Print the tree as a Mermaid drawing."""
    print(drawn(catalogues.read().tree(arguments.code, arguments.dilemma)), end="")
    return 0


def walk_along(arguments: argparse.Namespace) -> int:
    """Ask the questions of a tree one by one and print the advice."""
    tree = catalogues.read().tree(arguments.code, arguments.dilemma)
    given: dict[str, str] = {}
    while isinstance(node := walk(tree, given).node, Ask):
        given[node.question.id] = asked(node)
    print_advice(node)
    return 0


def asked(ask: Ask) -> str:
    """The id of the answer that the editor chooses by number."""
    print(f"\n{ask.question.text}")
    answers = list(ask.question.answers.values())
    for number, answer in enumerate(answers, start=1):
        print(f"  {number}. {answer.label}")
    while not (choice := input("> ").strip()).isdigit() or not 1 <= int(choice) <= len(answers):
        print(f"Kies een nummer van 1 tot en met {len(answers)}.")
    return answers[int(choice) - 1].id


def print_advice(advice: Advice) -> None:
    """Print an advice the way an editor reads it."""
    print(f"\n{advice.title}  [{advice.verdict}, melden {advice.duty}]\n{advice.explanation}")
    for step in advice.steps:
        print(f"- {step.text}")
    for referral in advice.referrals:
        print(f"→ {referral.role}: {referral.purpose}")
    for source in advice.sources:
        print(f"  {source.place}: “{source.quote}”")
