"""Makes parsers with _ntuple and calls them, as the constructor of a layer does."""

from collections.abc import Callable
from typing import Any

import torch

from tutor.observation import Opaque
from tutor.probes import Case, HandIn, Observations

MAKERS: dict[str, Callable[[list[Any]], Any]] = {
    "a generator": lambda entries: (entry for entry in entries),
    "an iterator": iter,
    "a torch.Size": torch.Size,
    "a range": lambda entries: range(entries[0], entries[-1] + 1),
    "a dict": dict.fromkeys,
}
PLAIN = (int, float, str, tuple, list, torch.dtype, torch.Tensor, type(None))


def look_at(result: object) -> Observations:
    """What kind of thing a parser gave, and its entries."""
    if not isinstance(result, tuple):
        return {"type of the result": type(result).__name__}
    entries = [entry if isinstance(entry, PLAIN) else Opaque(type(entry).__name__) for entry in result]
    return {"type of the result": "tuple", "entries": tuple(entries)}


def parsed(hand_in: HandIn, case: Case) -> Observations:
    """What the parser for n gives for one x."""
    x = MAKERS[case.made](case.x) if case.made else case.x
    return look_at(hand_in._ntuple(case.n)(x))


def parsers(hand_in: HandIn, case: Case) -> Observations:
    """What several parsers give after all of them have been made, each called twice."""
    made = [hand_in._ntuple(n) for n in case.ns]
    calls = [look_at(parse(x)) for parse in made for x in (case.first, case.second)]
    return {"results": [call.get("entries", call["type of the result"]) for call in calls]}


def identity(hand_in: HandIn, case: Case) -> Observations:
    """Whether the entries are the very objects that went in, and whether the list is still the same."""
    one, other = object(), [1, 2]
    given = [one, other]
    single, several = hand_in._ntuple(case.n)(one), hand_in._ntuple(case.n)(given)
    return {
        "a single value is repeated as it is": all(entry is one for entry in single),
        "entries are handed on as they are": several[0] is one and several[1] is other,
        "the list afterwards is unchanged": given == [one, [1, 2]] and given[1] is other,
    }
