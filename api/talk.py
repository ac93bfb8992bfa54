"""Talk to the assistant in a terminal: python -m api.talk [address]."""
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

import httpx

Json = Mapping[str, Any]
STOP = "stop"
NO_ANSWER = "Ik kan de assistent niet bereiken op {url}. Start hem eerst, bijvoorbeeld met: make start"
HELP = "Typ je antwoord, of het nummer van een keuze. Met 'stop' houd je op en wis ik dit gesprek."


class TroubleError(Exception):
    """The assistant refused, in words that can be shown."""


class Talk:
    """One conversation, from the choice of a code until it is erased."""

    def __init__(self, client: httpx.Client) -> None:
        self.client, self.address = client, ""

    def begin(self, code: str) -> Json:
        """The first turn under this code."""
        begun = self.ask("POST", "/v1/gesprekken", {"code": code})
        self.address = f"/v1/gesprekken/{begun['gesprekId']}"
        turn: Json = begun["beurt"]
        return turn

    def say(self, words: str, turn: Json) -> Json:
        """The turn after these words; a number stands for the choice with that number."""
        choices = turn["keuzes"]
        number = int(words) if words.isascii() and words.isdigit() else 0
        message = {"keuze": choices[number - 1]["keuzeId"]} if 1 <= number <= len(choices) else {"tekst": words}
        return self.ask("POST", f"{self.address}/berichten", {"keuze": STOP} if words.lower() == STOP else message)

    def erase(self) -> None:
        """Leave nothing behind."""
        if self.address:
            self.client.delete(self.address)

    def ask(self, method: str, path: str, body: Json | None = None) -> Json:
        """The answer of the assistant; raise TroubleError when it refuses."""
        answer = self.client.request(method, path, json=body)
        if answer.is_error:
            raise TroubleError("\n".join(refusal(answer)))
        found: Json = answer.json()
        return found


def refusal(answer: httpx.Response) -> list[str]:
    """What went wrong, and who to talk to in the meantime."""
    try:
        problem = answer.json()
    except ValueError:
        return ["De assistent gaf een antwoord dat ik niet kan lezen."]
    people = (f"- {person['naam']}: {person['waarvoor']} {person['bereikbaar']}"
              for person in problem.get("contacten", ()))
    return [problem.get("detail", "Er ging iets mis."), *people]


def shown(turn: Json) -> str:
    """A turn as it stands in the terminal."""
    choices = (f"  {number}. {choice['label']}" for number, choice in enumerate(turn["keuzes"], start=1))
    return "\n".join(("", *turn["berichten"], *choices))


def chosen_code(codes: Sequence[Json]) -> str:
    """The id of the code that is chosen by number."""
    print("Bij welke provincie werk je?")
    for number, code in enumerate(codes, start=1):
        print(f"  {number}. {code['kort']}")
    while not (words := input("> ").strip()).isdigit() or not 1 <= int(words) <= len(codes):
        print(f"Kies een nummer van 1 tot en met {len(codes)}.")
    return str(codes[int(words) - 1]["code"])


def converse(talk: Talk) -> None:
    """Talk until somebody stops."""
    turn = talk.begin(chosen_code(talk.ask("GET", "/v1/codes")["codes"]))
    print(f"\n{HELP}\n{shown(turn)}")
    while (words := input("> ").strip()).lower() != STOP:
        turn = answered(talk, words, turn) if words else turn
    print(shown(talk.say(STOP, turn)))


def answered(talk: Talk, words: str, turn: Json) -> Json:
    """The next turn, shown; when it is refused, the turn that was."""
    try:
        turn = talk.say(words, turn)
        print(shown(turn))
    except TroubleError as trouble:
        print(f"\n{trouble}")
    return turn


def main(arguments: Sequence[str]) -> int:
    """Talk until somebody stops, closes the terminal, or the assistant is away; then erase the conversation."""
    url = arguments[0] if arguments else f"http://127.0.0.1:{os.environ.get('PORT', '8000')}"
    with httpx.Client(base_url=url, timeout=30, trust_env=False) as client:
        talk = Talk(client)
        try:
            converse(talk)
        except (EOFError, KeyboardInterrupt):
            print("\nTot ziens.")
        except (httpx.HTTPError, TroubleError) as trouble:
            print(str(trouble) if isinstance(trouble, TroubleError) else NO_ANSWER.format(url=url))
            return 1
        finally:
            with suppress(httpx.HTTPError):
                talk.erase()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
