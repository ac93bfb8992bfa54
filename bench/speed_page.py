"""The figures of `make bench` as a part of docs/snelheid.md and as pictures."""
import matplotlib

matplotlib.use("Agg")

import matplotlib.pyplot as plot  # noqa: E402

from bench.pages import into  # noqa: E402
from bench.tables import table  # noqa: E402
from launch.installing import ROOT  # noqa: E402

FOLDER = ROOT / "docs" / "snelheid"


def write(speeds, others):
    """Put the table in the page and draw the pictures; `others` are more rows: name, ours, stock."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    figures = table(("wat", *(speed["name"] for speed in speeds)), [*rows(speeds), *others])
    into("bench", f"{figures}\n\n![Een beurt](snelheid/beurt.png)\n\n![Drukte](snelheid/drukte.png)")
    draw("beurt", "milliseconden per beurt", "beurt in het gesprek", [(one["name"], one["turns"]) for one in speeds])
    draw("drukte", "beurten per seconde", "mensen tegelijk", [(one["name"], one["crowds"]) for one in speeds])


def rows(speeds):
    """A row for each figure: the median and the range that nine in ten fall in."""
    yield ("starten tot het eerste antwoord (s)", *(f"{one['start']:.1f}" for one in speeds))
    yield ("geheugen van alle processen (MB)", *(f"{one['memory']:.0f}" for one in speeds))
    for number in speeds[0]["turns"]:
        yield (f"beurt {number} (ms)", *(shown(one["turns"][number]) for one in speeds))
    for people in speeds[0]["crowds"]:
        yield (f"beurten per seconde, {people} mensen", *(shown(one["crowds"][people]) for one in speeds))
    for people in speeds[0]["cost"]:
        yield (f"rekentijd per beurt, {people} mensen (ms)", *(shown(one["cost"][people]) for one in speeds))


def shown(spread):
    """A median with its range."""
    median, low, high = spread
    return f"{median:.1f} ({low:.1f}–{high:.1f})"


def draw(name, measure, over, lines):
    """Bars side by side, each with its range."""
    figure, axes = plot.subplots(figsize=(6, 4))
    for place, (label, found) in enumerate(lines):
        middle = [median for median, _, _ in found.values()]
        reach = list(zip(*((median - low, high - median) for median, low, high in found.values())))
        axes.bar([number + place * 0.4 for number in range(len(found))], middle, 0.38, yerr=reach, label=label)
    axes.set_xticks([number + 0.2 for number in range(len(lines[0][1]))], list(lines[0][1]))
    axes.set_xlabel(over)
    axes.set_ylabel(measure)
    axes.legend()
    figure.tight_layout()
    figure.savefig(FOLDER / f"{name}.png", dpi=80, metadata={"Software": None})
    plot.close(figure)
