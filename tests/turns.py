"""What the tests do by turns: a little of it every day, and all of it in time."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from typing import TypeVar

T = TypeVar("T")

TODAY = date.fromisoformat(os.environ.setdefault("TUTOR_TEST_DAY", date.today().isoformat()))
"""The same for every process of one run, also at midnight; another day's run is repeated by naming its day."""


def of_today(everything: Sequence[T], a_day: int) -> list[T]:
    """Those whose turn it is; all of them with TUTOR_TEST_EVERYTHING=1."""
    if os.environ.get("TUTOR_TEST_EVERYTHING") == "1":
        return list(everything)
    first = TODAY.toordinal() * a_day
    chosen = {(first + place) % len(everything) for place in range(a_day)}
    return [one for place, one in enumerate(everything) if place in chosen]
