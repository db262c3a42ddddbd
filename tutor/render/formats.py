"""Every format of `tutor check` that is a document: one line each, imported when it is asked for."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from dataclasses import dataclass

from tutor.render.occasion import Occasion
from tutor.report import Report


@dataclass(frozen=True)
class Format:
    """How a document is made, and what its reader makes of it."""

    module: str
    """Where it is made."""
    function: str = "render"
    """Takes (reports, occasion) and returns the text."""
    carries_several: bool = True
    tells_faults: bool = False
    """Whether it says by itself that a report is not graded, so that `--exit-zero` is 0 even then."""
    withheld: bool = False
    """Whether nothing at all is written when a report is not graded: the host learns it from the exit code."""
    is_for_host: bool = True
    """Whether a host reads it that needs a document even when the hand-in or PyTorch is missing."""
    summary_variable: str = ""
    """The variable naming a file to which the module's `summary(reports, largest)` is added."""

    def render(self, reports: Sequence[Report], occasion: Occasion) -> str:
        text: str = getattr(importlib.import_module(self.module), self.function)(reports, occasion)
        return text

    def summary(self, reports: Sequence[Report], largest: int) -> str:
        text: str = importlib.import_module(self.module).summary(reports, largest)
        return text


FORMATS = {
    "json": Format("tutor.render.json_report", function="render_asked", is_for_host=False),
    "junit": Format("tutor.render.junit", is_for_host=False),
    "gradescope": Format("tutor.render.gradescope", tells_faults=True),
    "classroom50": Format("tutor.render.classroom50", withheld=True),
    "prairielearn": Format("tutor.render.prairielearn", carries_several=False, tells_faults=True),
    "exercism": Format("tutor.render.exercism", carries_several=False, tells_faults=True),
    "check50": Format("tutor.render.check50", carries_several=False, tells_faults=True),
    "github": Format("tutor.render.github", summary_variable="GITHUB_STEP_SUMMARY"),
    "github-classroom": Format("tutor.render.github_classroom", carries_several=False, tells_faults=True),
}
"""By the name that --format takes."""
