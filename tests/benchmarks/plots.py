"""Draws the curves of a benchmark as an SVG file: `plots.py RESULT.json FILE.svg`, where there is matplotlib."""

from __future__ import annotations

import json
import sys
from itertools import groupby
from pathlib import Path

REQUIREMENT = "matplotlib==3.*"
TITLES = {"s": "seconds", "MB": "MB", "a second": "hand-ins a second"}


def main(result: Path, file: Path) -> None:
    import matplotlib

    matplotlib.use("svg")
    matplotlib.rcParams["svg.hashsalt"] = "tutor"
    from matplotlib import pyplot

    curves = json.loads(result.read_text())["curves"]
    groups = [list(group) for _, group in groupby(curves, key=lambda curve: (curve["of"], curve["unit"]))]
    figure, axes = pyplot.subplots(
        1, len(groups), figsize=(3.4 * len(groups), 3.2), layout="constrained", squeeze=False
    )
    for axis, group in zip(axes[0], groups, strict=True):
        for curve in group:
            axis.plot(*zip(*curve["points"], strict=True), marker="o", label=curve["what"])
        axis.set(xscale="log", xlabel=group[0]["of"], ylabel=TITLES[group[0]["unit"]])
        axis.set_ylim(bottom=0)
        axis.legend(fontsize=7)
        axis.grid(alpha=0.3)
    figure.savefig(file, metadata={"Date": None})


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
