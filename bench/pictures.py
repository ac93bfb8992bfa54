"""The figures of a measurement as pictures."""
import matplotlib

matplotlib.use("Agg")

import matplotlib.pyplot as plot  # noqa: E402
import numpy  # noqa: E402

from bench import scoring  # noqa: E402


def draw(rows, rankings, points, folder):
    """Draw the confusion matrix, the reliability diagram and the learning curve in this folder."""
    folder.mkdir(parents=True, exist_ok=True)
    confusion(rows, rankings, folder / "verwarring.png")
    reliability(rows, rankings, folder / "zekerheid.png")
    curve(points, folder / "leercurve.png")


def confusion(rows, rankings, path):
    """How each label was understood."""
    labels = sorted({row["label"] for row in rows})
    counts = numpy.zeros((len(labels), len(labels)))
    for row, ranking in zip(rows, rankings):
        taken = row["label"] if ranking[0][0] in scoring.right(row) else ranking[0][0]
        if taken in labels:
            counts[labels.index(row["label"]), labels.index(taken)] += 1
    figure, axes = plot.subplots(figsize=(12, 11))
    axes.imshow(counts / counts.sum(axis=1, keepdims=True), cmap="Blues")
    axes.set_xticks(range(len(labels)), labels, rotation=90, fontsize=7)
    axes.set_yticks(range(len(labels)), labels, fontsize=7)
    axes.set_xlabel("verstaan als")
    axes.set_ylabel("bedoeld")
    saved(figure, path)


def reliability(rows, rankings, path):
    """How often the assistant is right, by how sure it says it is."""
    found = scoring.bins(rows, rankings)
    figure, axes = plot.subplots(figsize=(6, 5))
    axes.plot([0, 1], [0, 1], linestyle="--", color="grey", label="precies goed")
    axes.scatter([sure for sure, _, _ in found], [hit for _, hit, _ in found], s=[20 + count for _, _, count in found],
                 label="gemeten (grootte: aantal)")
    axes.set_xlabel("zekerheid")
    axes.set_ylabel("deel dat goed was")
    axes.legend()
    saved(figure, path)


def curve(points, path):
    """How the figures grow with the number of training lines: (lines, top-1, top-3)."""
    figure, axes = plot.subplots(figsize=(6, 4))
    for number, name in ((1, "eerste label goed"), (2, "bij de eerste drie")):
        axes.plot([point[0] for point in points], [point[number] for point in points], marker="o", label=name)
    axes.set_xlabel("trainingsregels")
    axes.set_ylabel("deel goed")
    axes.legend()
    saved(figure, path)


def saved(figure, path):
    """Save a figure and close it."""
    figure.tight_layout()
    figure.savefig(path, dpi=80, metadata={"Software": None})
    plot.close(figure)
