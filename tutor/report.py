"""Everything a grading can say: one frozen, versioned value that all front ends draw from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from tutor.difference import Difference, DifferenceKind, Event, Number, Slice, TensorView, Trace, View

__all__ = [
    "SCHEMA",
    "CheckKind",
    "CheckResult",
    "Diagnosis",
    "Difference",
    "DifferenceKind",
    "Event",
    "Frame",
    "Number",
    "Outcome",
    "Problem",
    "Report",
    "SandboxGrade",
    "Slice",
    "TensorView",
    "Trace",
    "View",
    "overall_outcome",
]

SCHEMA = "tutor/report/v1"


class Outcome(StrEnum):
    """What became of a check, or of a whole hand-in, in the learner's words."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_WRITTEN = "not_written"
    """The stub is still a stub; never counts as a try."""
    BLOCKED = "blocked"
    """Not judged, because a check it needs did not pass."""
    ERROR = "error"
    """The learner's code raised, or Python could not read it."""
    TIMEOUT = "timeout"
    OUT_OF_MEMORY = "out_of_memory"
    CRASHED = "crashed"
    """The process died: a segmentation fault, os._exit, a killed rank."""
    REFUSED = "refused"
    """The sandbox would not run it, or what came back was not an honest answer."""
    NOT_RUN = "not_run"
    """This machine cannot run it: no GPU, no torchvision. Neither passed nor failed."""
    GRADER_ERROR = "grader_error"
    """Our fault. Never shown as the learner's."""


@dataclass(frozen=True)
class Frame:
    """One line of the learner's own file in a traceback."""

    line: int
    function: str
    source: str
    column: int | None = None
    """First column of the failing expression, counted from 0, where Python knows it."""
    end_column: int | None = None


@dataclass(frozen=True)
class Problem:
    """An exception, a signal or a limit, told with the learner's lines only."""

    kind: str
    """The exception's type, or "timeout", "memory", "output", "signal", "exit"."""
    message: str
    frames: tuple[Frame, ...] = ()
    """Outermost first; empty when no line of the learner's file was running."""
    advice: str = ""

    @property
    def line(self) -> int | None:
        return self.frames[-1].line if self.frames else None


@dataclass(frozen=True)
class Diagnosis:
    """The known misconception that produces exactly what this hand-in produced."""

    name: str
    """The wrong answer's name, without `wrong_`: "alpha_on_every_element"."""
    sentence: str


CheckKind = Literal["behaviour", "prediction", "policy"]


@dataclass(frozen=True)
class CheckResult:
    """One named claim about the hand-in, and what became of it."""

    id: str
    item: str
    """The function, class or prediction it is about: "FocalLoss", "PREDICT_1"."""
    claim: str
    """The sentence that must be true: "With reduction='sum' the loss is the sum over all elements."."""
    outcome: Outcome
    points: float
    max_points: float
    kind: CheckKind = "behaviour"
    device: str = "cpu"
    stretch: bool = False
    """Gives points of its own but does not stand in the way of passing."""
    message: str = ""
    """One sentence on why it did not pass."""
    case: str = ""
    """The smallest failing case, as a call: "FocalLoss(gamma=2.0)(pred, true)"."""
    differences: tuple[Difference, ...] = ()
    diagnosis: Diagnosis | None = None
    problem: Problem | None = None
    needs: tuple[str, ...] = ()

    @property
    def counts(self) -> bool:
        """Whether this check is one of those that decide the pass."""
        return not self.stretch


@dataclass(frozen=True)
class SandboxGrade:
    """How well the hand-in was confined: A (all layers) to E (a process and limits)."""

    grade: str
    layers: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class Report:
    """The result of grading one hand-in of one lesson."""

    lesson: str
    outcome: Outcome
    checks: tuple[CheckResult, ...]
    hand_in: str
    """The file's name as the learner knows it."""
    sha256: str
    seed: int
    devices: dict[str, Outcome] = field(default_factory=dict)
    sandbox: SandboxGrade = SandboxGrade("E")
    output: str = ""
    """What the learner's program printed, capped; control characters are still in it."""
    output_cut: bool = False
    problem: Problem | None = None
    """Set when the whole file could not be judged: a syntax error, an exception at import, our own fault."""
    seconds: float = 0.0
    versions: dict[str, str] = field(default_factory=dict)
    started_at: str = ""
    """UTC, ISO 8601, to the second."""
    schema: str = SCHEMA

    @property
    def passed(self) -> bool:
        return self.outcome is Outcome.PASSED

    @property
    def score(self) -> float:
        return sum(check.points for check in self.checks)

    @property
    def max_score(self) -> float:
        return sum(check.max_points for check in self.checks)

    @property
    def first_failure(self) -> CheckResult | None:
        """The check a learner should look at first: the first one that counts and did not pass."""
        unsolved = [c for c in self.checks if c.outcome not in (Outcome.PASSED, Outcome.BLOCKED, Outcome.NOT_RUN)]
        unsolved.sort(key=lambda c: (c.stretch, c.outcome is Outcome.NOT_WRITTEN))
        return unsolved[0] if unsolved else None


_WORST_FIRST = (
    Outcome.GRADER_ERROR,
    Outcome.REFUSED,
    Outcome.CRASHED,
    Outcome.OUT_OF_MEMORY,
    Outcome.TIMEOUT,
    Outcome.ERROR,
    Outcome.FAILED,
    Outcome.NOT_WRITTEN,
    Outcome.BLOCKED,
    Outcome.NOT_RUN,
    Outcome.PASSED,
)


def overall_outcome(checks: Sequence[CheckResult]) -> Outcome:
    """The worst outcome among the checks that count; nothing judged at all is `not_run`."""
    outcomes = {check.outcome for check in checks if check.counts}
    ran = outcomes - {Outcome.NOT_RUN}
    return next((o for o in _WORST_FIRST if o in ran), Outcome.NOT_RUN)
