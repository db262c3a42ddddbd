"""The table of the benchmarks says what was found, beside what, and whether that is as good as it should be."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks.measurement import Curve, Measurement, curve_table, medians_in_turn, table


@pytest.mark.parametrize(
    ("measurement", "met"),
    [
        (Measurement("a check", 0.020, "s", reach=0.030), True),
        (Measurement("a check", 0.040, "s", reach=0.030), False),
        (Measurement("a list", 0.100, "s", "python", ratio=5, reach=8), True),
        (Measurement("a list", 0.100, "s", "python", ratio=9, reach=8), False),
        (Measurement("a class", 8.0, "a second", "pytest", ratio=120, reach=100, least=True), True),
        (Measurement("a class", 8.0, "a second", "pytest", ratio=18, reach=100, least=True), False),
        (Measurement("python", 0.020, "s"), None),
    ],
)
def test_a_ratio_is_held_against_what_is_asked_for_and_a_value_where_there_is_none(
    measurement: Measurement, met: bool | None
) -> None:
    assert measurement.is_met is met


def test_each_row_says_what_it_is_beside_and_what_is_missed() -> None:
    rows = table(
        (
            Measurement("python", 0.0204, "s"),
            Measurement("a list", 0.2, "s", "python", ratio=9.8, reach=8),
            Measurement("a class", 8.5, "a second", "pytest", ratio=118.0, reach=100, least=True),
        )
    ).splitlines()
    assert rows[2:] == [
        "| python | 20.4 ms |  |  |  |  |",
        "| a list | 200 ms | python | 9.8 x | at most 8 x | missed |",
        "| a class | 8.5 a second | pytest | 118 x | at least 100 x | met |",
    ]


def test_a_curve_has_a_row_for_each_point() -> None:
    curve = Curve("tutor list", "lessons of a course", "s", ((10, 0.15), (1000, 1.25)))
    assert curve_table(curve).splitlines()[2:] == ["| 10 | 150 ms |", "| 1,000 | 1.25 s |"]


def test_works_take_turns_and_the_first_round_does_not_count() -> None:
    done: list[str] = []
    found = medians_in_turn({"a": lambda: done.append("a"), "b": lambda: done.append("b")}, times=2)
    assert done == ["a", "b"] * 3
    assert found.keys() == {"a", "b"} and all(value >= 0 for value in found.values())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(["memroy"], "there is no part memroy"), (["memory", "--out", __file__], "nothing can be kept in")],
)
def test_what_cannot_be_done_is_said_before_anything_is_measured(arguments: list[str], said: str) -> None:
    command = [sys.executable, "-m", "tests.benchmarks", *arguments]
    done = subprocess.run(command, cwd=Path(__file__).parents[1], capture_output=True, text=True, check=False)
    assert done.returncode == 2 and done.stdout == ""
    assert said in done.stderr and "Traceback" not in done.stderr and "memory …" not in done.stderr
