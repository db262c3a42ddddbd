"""Numbers, times and names as the pages write them."""

from __future__ import annotations

from datetime import datetime

from tutor.classroom.gradebook import Grade
from tutor.classroom.outputs.grades_csv import number
from tutor.classroom.result import Standing
from tutor.render import wording
from tutor.report import Outcome


def points(value: float) -> str:
    """Points with at most two decimals: "3", "2.75"."""
    return number(round(value, 2))


def of_points(score: float, most: float | None) -> str:
    return f"{points(score)} of {points(most)}" if most else points(score)


def percent(part: float, whole: float) -> str:
    return f"{round(100 * part / whole)} %" if whole else "–"


def moment(at: str) -> str:
    """A time in its own time zone: "1 Mar 2026, 09:30 UTC"."""
    try:
        then = datetime.fromisoformat(at)
    except ValueError:
        return at
    zone = f" {then:%Z}" if then.tzinfo else ""
    return f"{then.day} {then:%b %Y, %H:%M}{zone}"


def seconds(value: float) -> str:
    return f"{value:.1f} s" if value < 100 else f"{value:.0f} s"


def in_words(name: str) -> str:
    """A name made of underscores as a phrase: "alpha_on_every_element" is "Alpha on every element"."""
    phrase = name.replace("_", " ")
    return phrase[:1].upper() + phrase[1:]


def standing(grade: Grade) -> str:
    """What a table says of a hand-in in one or two words."""
    if grade.standing is not Standing.GRADED:
        return {
            Standing.MISSING: "missing",
            Standing.UNREADABLE: "unreadable: see to it",
            Standing.NOT_GRADED: "not graded",
        }[grade.standing]
    return "not started" if grade.is_untouched else wording.WORDS[Outcome(grade.outcome)]
