"""Erase the conversations that have been idle too long, and prove it: python -m engine.erasing, every night."""
from __future__ import annotations

import os
import sys
from collections.abc import Mapping

from engine.database import StoreError
from engine.settings import MEMORY, URL, SettingError, database_in, idle_seconds_in
from engine.shelf import Shelf


def erase_idle(environment: Mapping[str, str]) -> int:
    """Erase, count what is left and say it; the exit code is 0 only when nothing is left beyond its time."""
    url = database_in(environment)
    if url == MEMORY:
        raise SettingError(f"{URL} ontbreekt: er is geen database om gesprekken uit te wissen.")
    shelf = Shelf(url, idle_seconds_in(environment))
    erased = shelf.expire()
    shelf.vacuum()
    late, all_kept = shelf.left()
    print(f"Gewist: {erased}. Over de tijd: {late}. Nog bewaard: {all_kept - late}.")
    if late:
        complain(f"{late} gesprekken zijn over hun tijd en staan er nog. Kijk of deze gebruiker mag wissen.")
    return 1 if late else 0


def complain(trouble: str) -> None:
    """Say on the error output what is wrong."""
    print(f"✘ {trouble}", file=sys.stderr)


def main() -> int:
    """Erase by the settings in the environment."""
    try:
        return erase_idle(os.environ)
    except SettingError as trouble:
        complain(str(trouble))
    except StoreError as trouble:
        complain(f"De database antwoordt niet ({trouble}). Er is misschien niet alles gewist.")
    return 1


if __name__ == "__main__":
    sys.exit(main())
