"""The table of the benchmarks says what was found, beside what, and whether that is as good as it should be."""

from __future__ import annotations

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
