"""Make, show and withdraw the keys of portals: python -m api sleutel maak|toon|intrek."""
import argparse
from collections.abc import Sequence

from api.access.keys import Keys
from api.access.rights import RIGHTS
from api.settings import Settings

NO_FILE = "Stel eerst in waar de sleutels staan, bijvoorbeeld: MAGIKDIT_KEYS_FILE=sleutels.json"
ONCE = "\nBewaar deze sleutel nu: hij is later niet meer te zien."
LONGEST_DAYS = 730


def run(arguments: Sequence[str], settings: Settings) -> int:
    """Do what was asked; 0 when that was possible, else 1."""
    asked = parser().parse_args(arguments)
    if settings.keys_file is None:
        print(NO_FILE)
        return 1
    done: int = asked.does(Keys(settings.keys_file), asked)
    return done


def make(keys: Keys, asked: argparse.Namespace) -> int:
    """Print a new key."""
    print(keys.make(asked.naam, asked.rechten, asked.dagen), ONCE, sep="\n")
    return 0


def show(keys: Keys, _: argparse.Namespace) -> int:
    """Print every key by its number, without its secret."""
    for key in keys.all().values():
        print(f"{key.id}  {key.naam}  rechten: {', '.join(sorted(key.rechten))}  verloopt: {key.verloopt:%Y-%m-%d}")
    return 0


def withdraw(keys: Keys, asked: argparse.Namespace) -> int:
    """Make a key worthless."""
    found = keys.withdraw(asked.nummer)
    print(f"Sleutel {asked.nummer} is ingetrokken." if found else f"Er is geen sleutel met nummer {asked.nummer}.")
    return 0 if found else 1


def parser() -> argparse.ArgumentParser:
    """What can be asked, in Dutch."""
    whole = argparse.ArgumentParser(prog="python -m api sleutel", description="Sleutels voor portalen.")
    commands = whole.add_subparsers(required=True, metavar="maak|toon|intrek")
    making = commands.add_parser("maak", help="maak een sleutel; alleen nu is hij te zien")
    making.set_defaults(does=make)
    making.add_argument("--naam", required=True, help="voor wie de sleutel is")
    making.add_argument("--rechten", nargs="+", choices=sorted(RIGHTS), default=sorted(RIGHTS))
    making.add_argument("--dagen", type=days, default=365, help="na hoeveel dagen hij verloopt")
    commands.add_parser("toon", help="toon alle sleutels, zonder hun geheim").set_defaults(does=show)
    withdrawing = commands.add_parser("intrek", help="maak een sleutel waardeloos")
    withdrawing.set_defaults(does=withdraw)
    withdrawing.add_argument("nummer", help="het nummer uit 'toon'")
    return whole


def days(given: str) -> int:
    """How many days a key is valid."""
    if not given.isdecimal() or not 1 <= int(given) <= LONGEST_DAYS:
        raise argparse.ArgumentTypeError(f"kies 1 tot en met {LONGEST_DAYS} dagen, gegeven: {given}")
    return int(given)
