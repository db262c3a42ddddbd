"""What became of one student's hand-in for one lesson: a line of the journal, a row of the gradebook."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tutor.report import Outcome, Report


class Standing(StrEnum):
    """Whether there is a grade, and if not, whose matter it is."""

    GRADED = "graded"
    MISSING = "missing"
    """Nothing was handed in; counts as no points."""
    UNREADABLE = "unreadable"
    """The file cannot be read: too large, a symbolic link, binary, empty. No points until somebody sees to it."""
    NOT_GRADED = "not_graded"
    """Our fault or the environment's: no PyTorch, no GPU, a lost worker. Never counts against anybody."""


OUR_FAULTS = frozenset({Outcome.GRADER_ERROR, Outcome.NOT_RUN})
"""Outcomes of a report that say nothing about the student."""


@dataclass(frozen=True)
class Result:
    """One student, one lesson."""

    student: str
    lesson: str
    standing: Standing
    place: str = ""
    """Where the hand-in was found; "" where there is none."""
    sha256: str = ""
    """Of the hand-in's bytes; "" where there are none."""
    submitted_at: str = ""
    """ISO 8601 with its time zone, or ""."""
    problem: str = ""
    """One sentence for the teacher, unless graded."""
    report: Report | None = None
    """Set when graded, and when the report itself says that the environment failed."""

    @property
    def score(self) -> float:
        return self.report.score if self.report and self.standing is Standing.GRADED else 0.0

    @property
    def max_score(self) -> float:
        """0.0 where no report says how many points there are."""
        return self.report.max_score if self.report else 0.0
