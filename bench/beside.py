"""Write figures side by side (JSON on standard input) into docs/snelheid.md: python -m bench.beside, in the engine."""
import json
import sys

from bench.speed_page import write


def numbered(found):
    """A mapping with its keys as numbers again."""
    return {int(name): value for name, value in found.items()}


if __name__ == "__main__":
    GIVEN = json.load(sys.stdin)
    write([{**one, **{part: numbered(one[part]) for part in ("turns", "crowds", "cost")}} for one in GIVEN["speeds"]],
          [tuple(row) for row in GIVEN["others"]])
