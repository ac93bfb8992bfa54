"""What the person at the terminal reads, in Dutch."""
import sys


class StartError(Exception):
    """Something that stops the start, said so that a person can mend it."""


def tell(message: str) -> None:
    """Show at once what is happening."""
    print(message, flush=True)


def complain(message: str) -> int:
    """Show what is wrong; the exit code for it."""
    print(f"\n✘ {message}", file=sys.stderr, flush=True)
    return 1
