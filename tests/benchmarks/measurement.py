"""What a benchmark found, what it is compared with, and the table of it."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Measurement:
    """A median, beside another one of the same run where a ratio says more than a time."""

    what: str
    value: float
    unit: str
    """s, MB or "a second"."""
    beside: str = ""
    ratio: float | None = None
    """The value in units of what it is compared with."""
    reach: float | None = None
    """What DESIGN.md asks for: of the ratio where there is one, of the value otherwise."""
    least: bool = False
    """Whether more is better."""

    @property
    def is_met(self) -> bool | None:
        """Whether it is as good as it should be; None where nothing is asked for."""
        found = self.value if self.ratio is None else self.ratio
        return None if self.reach is None else found >= self.reach if self.least else found <= self.reach


@dataclass(frozen=True)
class Curve:
    """How something grows with something else."""

    what: str
    of: str
    """What is on the horizontal axis."""
    unit: str
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Found:
    """What one part of the benchmarks has to tell."""

    measurements: tuple[Measurement, ...] = ()
    curves: tuple[Curve, ...] = ()
    tables: tuple[str, ...] = ()
    """Markdown that says more than medians."""


def seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def median(work: Callable[[], object], times: int) -> float:
    return statistics.median(seconds(work) for _ in range(times))


def medians_in_turn(works: dict[str, Callable[[], object]], times: int) -> dict[str, float]:
    """Each is done in turn, so that the machine's mood falls on all of them alike; the first round is not counted."""
    for work in works.values():
        work()
    taken: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(times):
        for name, work in works.items():
            taken[name].append(seconds(work))
    return {name: statistics.median(values) for name, values in taken.items()}


def table(measurements: tuple[Measurement, ...]) -> str:
    lines = ["| what | median | beside | ratio | to reach | |", "|---|--:|---|--:|--:|---|"]
    for one in measurements:
        ratio = "" if one.ratio is None else f"{one.ratio:.3g} x"
        sign = "at least " if one.least else "at most "
        amount = "" if one.reach is None else f"{sign}{one.reach:.3g}" + (" x" if one.ratio is not None else "")
        met = {True: "met", False: "missed", None: ""}[one.is_met]
        lines.append(f"| {one.what} | {_shown(one)} | {one.beside} | {ratio} | {amount} | {met} |")
    return "\n".join(lines)


def _shown(one: Measurement) -> str:
    if one.unit == "s":
        return f"{one.value * 1000:.3g} ms" if one.value < 1 else f"{one.value:.2f} s"
    return f"{one.value:.3g} {one.unit}"


def curve_table(curve: Curve) -> str:
    head = [f"| {curve.of} | {curve.what} |", "|--:|--:|"]
    rows = [f"| {x:,.0f} | {_shown(Measurement('', y, curve.unit))} |" for x, y in curve.points]
    return "\n".join([*head, *rows])
