"""For editors: python -m bot check | draw | walk | compare | flip | impact | docs."""
import argparse
import sys

from bot.editing import check, draw, walk_along
from bot.errors import AdviserError
from bot.reporting import compare, complain, flip, impact, publish

CODE_AND_DILEMMA = ("code", "dilemma")
COMMANDS = (
    ("check", check, (), CODE_AND_DILEMMA), ("draw", draw, CODE_AND_DILEMMA, ()),
    ("walk", walk_along, CODE_AND_DILEMMA, ()),
    ("compare", compare, ("dilemma",), ()), ("flip", flip, CODE_AND_DILEMMA, ()), ("impact", impact, ("revisie",), ()),
    ("docs", publish, (), ()),
)


def main() -> int:
    """Run the command that was asked for."""
    parser = argparse.ArgumentParser(prog="python -m bot", description="Beslisbomen nakijken, tekenen en vergelijken")
    commands = parser.add_subparsers(required=True)
    for name, run, needed, optional in COMMANDS:
        command = commands.add_parser(name, help=run.__doc__)
        for argument in needed:
            command.add_argument(argument)
        for argument in optional:
            command.add_argument(argument, nargs="?")
        command.set_defaults(run=run)
    arguments = parser.parse_args()
    try:
        return int(arguments.run(arguments))
    except AdviserError as error:
        return complain(error)


if __name__ == "__main__":
    sys.exit(main())
