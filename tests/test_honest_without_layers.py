"""With layers of the sandbox switched off hostile hand-ins do harm, and still none of them passes.

A file of its own, so that it comes when those of test_escapes.py are done: what gets through here would be seen there.
"""

from __future__ import annotations

import pytest
from hostile_places import BARE, NEEDS_CORE, WEAKENED, came_of, in_places

from tutor.attack.hostile import Hostile

pytestmark = NEEDS_CORE


@pytest.mark.parametrize(("place", "hostile"), in_places(WEAKENED | BARE))
def test_no_layer_of_the_sandbox_is_what_keeps_verdicts_honest(place: str, hostile: Hostile) -> None:
    found = came_of(place)[hostile.name]
    assert found["outcome"] not in ("passed", "grader_error")
    assert not [breach for breach in found["breaches"] if "honest" in breach]


@pytest.mark.parametrize(("place", "hostile"), in_places(BARE))
def test_the_trick_is_real(place: str, hostile: Hostile) -> None:
    """With no layer but the user id it gets through, or refusing it would prove nothing."""
    if not hostile.tells_when_through:
        pytest.skip("its goal is a verdict, and there is nothing to see outside")
    if hostile.profile == "multi":
        pytest.skip("without namespaces it is not run at all")
    found = came_of(place)[hostile.name]
    assert found["through"] or found["breaches"]
