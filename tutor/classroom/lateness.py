"""How late a hand-in came and what that costs; whoever knows the due dates says it through a LatenessOf."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Lateness:
    """A hand-in that came after it was due."""

    days: int
    """Days after the due date, each begun day counted."""
    penalty: float
    """The part of the score that is taken off, from 0.0 to 1.0: 0.25 is a quarter."""


LatenessOf = Callable[[str, str, str], Lateness | None]
"""Asked with a student, a lesson and when it was submitted (ISO 8601); None where it was on time."""
