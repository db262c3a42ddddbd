"""What the tests do by turns has its turn in time, and what must be tried each time is."""

from __future__ import annotations

from datetime import timedelta

import pytest
import turns
from hostile_places import BARE, PLACES, WEAKENED, places_of_today
from turns import of_today


def _on_each_day(days: int, monkeypatch: pytest.MonkeyPatch):
    first = turns.TODAY
    for day in range(days):
        monkeypatch.setattr(turns, "TODAY", first + timedelta(day))
        yield


@pytest.mark.parametrize(("count", "a_day", "days"), [(29, 3, 10), (84, 3, 28), (5, 1, 5), (2, 3, 1)])
def test_all_have_had_their_turn_after_as_few_days_as_can_be(count, a_day, days, monkeypatch) -> None:
    monkeypatch.delenv("TUTOR_TEST_EVERYTHING", raising=False)
    chosen = [of_today(range(count), a_day) for _ in _on_each_day(days, monkeypatch)]
    assert {len(each) for each in chosen} == {min(a_day, count)}
    assert {one for each in chosen for one in each} == set(range(count))


def test_hostile_hand_ins_are_tried_on_this_machine_every_day_and_everywhere_within_six(monkeypatch) -> None:
    monkeypatch.delenv("TUTOR_TEST_EVERYTHING", raising=False)
    chosen = [places_of_today() for _ in _on_each_day(6, monkeypatch)]
    assert all("here" in places and len(places) == 3 for places in chosen)
    assert {place for places in chosen for place in places} == {*PLACES, *WEAKENED, *BARE}


def test_everything_is_tried_when_that_is_asked_for(monkeypatch) -> None:
    monkeypatch.setenv("TUTOR_TEST_EVERYTHING", "1")
    assert of_today("abc", 1) == ["a", "b", "c"]
    assert places_of_today() == [*PLACES, *WEAKENED, *BARE]
