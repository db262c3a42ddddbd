"""Every hostile hand-in of the corpus is refused, wherever and as whomever the grader runs; see docs/escapes.md."""

from __future__ import annotations

import pytest
from hostile_places import NEEDS_CORE, PLACES, PROCESSES_ARE_NOT_RUN, came_of, in_places, try_in
from trial import AVAILABLE, FOUND

from tutor.attack.hostile import Hostile
from tutor.report import Outcome
from tutor.sandbox import layers
from tutor.sandbox.lockdown import NAMESPACES

pytestmark = NEEDS_CORE


@pytest.mark.parametrize(("place", "hostile"), in_places(PLACES))
def test_it_is_refused(place: str, hostile: Hostile) -> None:
    found = came_of(place)[hostile.name]
    assert found["outcome"] != "passed"
    assert found["outcome"] != "grader_error", "what a hand-in does is never our fault"
    assert found["breaches"] == []
    if "--profile" not in PLACES[place]:  # what a hand-in calls through there may be its own network or folder
        assert found["through"] == []
    if hostile.profile == "multi" and place in PROCESSES_ARE_NOT_RUN:
        assert found["outcome"] == "not_run"


@pytest.mark.parametrize(("place", "hostile"), in_places({"here": []}))
def test_it_is_refused_as_its_docstring_says(place: str, hostile: Hostile) -> None:
    if hostile.profile == "multi" and not AVAILABLE >= NAMESPACES:
        pytest.skip("this machine has no user namespaces")
    outcome = Outcome(came_of(place)[hostile.name]["outcome"])
    if outcome is Outcome.TIMEOUT and outcome not in hostile.outcomes:  # once, on a busy machine, anything may be
        outcome = Outcome(try_in(place, [hostile.name])[hostile.name]["outcome"])
    assert outcome in hostile.outcomes


def test_this_machine_confines_well_enough_to_prove_anything() -> None:
    """Where a layer is missing the tests of it are skipped; in CI that must not pass for a proof."""
    assert layers.grade(FOUND) <= "B"
