"""Asks for the diagnosis of a cast."""

from typing import Any

from tutor.probes import Case, HandIn, Observations

NAMES = ("overflow", "underflow", "rounded")


def keys(hand_in: HandIn, case: Case) -> Observations:
    """What comes back, whatever the numbers are."""
    found = hand_in.diagnose_cast(case.x, case.dtype)
    if not isinstance(found, dict):
        return {"what comes back": f"a {type(found).__name__}" if found is not None else "nothing"}
    kinds = {f"kind of {name}": type(found[name]).__name__ for name in NAMES if name in found}
    return {"what comes back": "a dict", "keys": sorted(map(str, found)), **kinds}


def counts(hand_in: HandIn, case: Case) -> Observations:
    """The three numbers."""
    found: Any = hand_in.diagnose_cast(case.x, case.dtype)
    return {name: found[name] for name in NAMES}


def unchanged(hand_in: HandIn, case: Case) -> Observations:
    """Which inputs changed."""
    return {**counts(hand_in, case), "inputs that changed": case.changed_inputs()}
