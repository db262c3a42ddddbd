"""One file of one student, as a teacher has it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime


class UnreadableHandIn(Exception):
    """A hand-in that cannot be graded; its text is one sentence for the teacher: "It is a symbolic link."."""


@dataclass(frozen=True, slots=True)
class HandIn:
    """Where one student's file for one lesson is; its bytes are read only when it is graded."""

    student: str
    """The roster's id, or the name of the folder or file it was found under."""
    lesson: str
    """The lesson's id."""
    place: str
    """Where it was found, for the teacher: "week1.zip › ada/focal_loss.py"."""
    read: Callable[[], bytes] = field(repr=False, compare=False)
    """The file's bytes, at most LARGEST_HAND_IN of them; raises UnreadableHandIn."""
    submitted_at: datetime | None = None
    """With a time zone; None where nothing trustworthy says when."""


@dataclass(frozen=True)
class StrayFile:
    """Something among the hand-ins that belongs to no student or no lesson."""

    place: str
    reason: str
    """One sentence: `No lesson is called "focal_los"; did you mean "focal_loss"?`."""


@dataclass(frozen=True)
class Submissions:
    """Everything found where a teacher pointed, in an order that depends on names only."""

    hand_ins: tuple[HandIn, ...]
    missing: tuple[tuple[str, str], ...] = ()
    """(student, lesson) for each student of the roster who handed nothing in for a lesson that is graded."""
    strays: tuple[StrayFile, ...] = ()
    names: dict[str, str] = field(default_factory=dict)
    """What to call a student, by student id, from the roster."""
