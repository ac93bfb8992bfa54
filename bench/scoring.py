"""Figures about how well messages are understood, from rankings of labels with certainties."""
from collections import Counter, defaultdict

from bot.tree import DILEMMAS

DILEMMA_SURE = 0.5
ELSEWHERE = ("buiten_bereik", "begroeting", "bedankt", "afscheid")


def right(row):
    """The labels that are right for a row of the measuring set."""
    return {row["label"], *row.get("ook_goed", ())}


def top(rows, rankings, number):
    """The share of rows of which one of the first `number` labels is right."""
    hits = [any(label in right(row) for label, _ in ranking[:number]) for row, ranking in zip(rows, rankings)]
    return sum(hits) / len(hits) if hits else float("nan")


def by(key, rows, rankings):
    """Rows and rankings in groups by a field of the rows."""
    groups = defaultdict(lambda: ([], []))
    for row, ranking in zip(rows, rankings):
        groups[row[key]][0].append(row)
        groups[row[key]][1].append(ranking)
    return dict(sorted(groups.items()))


def bins(rows, rankings, number=10):
    """For each tenth of certainty: how sure on average, how often right, and how many."""
    groups = defaultdict(list)
    for row, ranking in zip(rows, rankings):
        label, sure = ranking[0]
        groups[min(int(sure * number), number - 1)].append((sure, label in right(row)))
    return [(sum(sure for sure, _ in group) / len(group), sum(hit for _, hit in group) / len(group), len(group))
            for _, group in sorted(groups.items())]


def calibration_error(rows, rankings):
    """The expected calibration error over ten bins."""
    return sum(abs(sure - hit) * count for sure, hit, count in bins(rows, rankings)) / len(rows)


def acute_figures(rows, acute):
    """Recall of emergencies and the share of false alarms among all other messages; `acute` tells for each row."""
    wanted = [found for row, found in zip(rows, acute) if row["label"] == "nood"]
    others = [found for row, found in zip(rows, acute) if "nood" not in right(row)]
    return sum(wanted) / len(wanted), sum(others) / len(others)


def scope_figures(rows, rankings):
    """In-scope messages surely refused; out-of-scope ones not surely taken for a dilemma, or for anything else."""
    inside = [ranking for row, ranking in zip(rows, rankings) if "buiten_bereik" not in right(row)]
    outside = [ranking[0] for row, ranking in zip(rows, rankings) if row["label"] == "buiten_bereik"]
    refused = [ranking[0][0] == "buiten_bereik" and ranking[0][1] >= DILEMMA_SURE for ranking in inside]
    no_dilemma = [label not in DILEMMAS or share < DILEMMA_SURE for label, share in outside]
    nothing = [label in ELSEWHERE or share < DILEMMA_SURE for label, share in outside]
    return tuple(sum(hits) / len(hits) for hits in (refused, no_dilemma, nothing))


def fact_figures(expected, found):
    """Precision and recall of facts; both are lists of sets of (question, answer)."""
    counts = Counter()
    for wanted, given in zip(expected, found):
        counts["right"] += len(wanted & given)
        counts["wrong"] += len(given - wanted)
        counts["missed"] += len(wanted - given)
    precision = counts["right"] / max(1, counts["right"] + counts["wrong"])
    return precision, counts["right"] / max(1, counts["right"] + counts["missed"])


def confusions(rows, rankings):
    """How often each label was taken for each other label."""
    return Counter((row["label"], ranking[0][0]) for row, ranking in zip(rows, rankings)
                   if ranking[0][0] not in right(row))
