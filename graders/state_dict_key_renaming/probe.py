"""Renames state dicts that are made of the case's names, and looks at names, order and objects."""

from collections import OrderedDict

import torch
from torch import Tensor

from tutor.probes import Case, HandIn, Observations


def state(case: Case) -> OrderedDict[str, Tensor]:
    """A state dict with the case's names; each tensor holds the number of its place."""
    return OrderedDict((name, torch.tensor([float(place)])) for place, name in enumerate(case.names))


def renamed(hand_in: HandIn, case: Case) -> Observations:
    """Which entry of the state dict is found under which name, whatever the order."""
    given = state(case)
    result = hand_in.rename_keys(given, case.pattern, case.repl)
    if not isinstance(result, dict):
        return {"result": result}
    return {"new name of each entry": {case.names[int(tensor)]: name for name, tensor in sorted_entries(result)}}


def sorted_entries(result: dict[str, Tensor]) -> list[tuple[str, Tensor]]:
    return sorted(result.items(), key=lambda entry: float(entry[1]))


def order(hand_in: HandIn, case: Case) -> Observations:
    """The names of the result from first to last."""
    return {"names in order": list(hand_in.rename_keys(state(case), case.pattern, case.repl))}


def callers_dict(hand_in: HandIn, case: Case) -> Observations:
    """The caller's state dict afterwards."""
    given = state(case)
    result = hand_in.rename_keys(given, case.pattern, case.repl)
    return {"names in state_dict afterwards": list(given), "the result is a new dict": result is not given}


def objects(hand_in: HandIn, case: Case) -> Observations:
    """Whether the tensors of the result are those of the state dict."""
    given = state(case)
    result = hand_in.rename_keys(given, case.pattern, case.repl)
    own = {id(tensor) for tensor in given.values()}
    return {"tensors that are copies": [name for name, tensor in result.items() if id(tensor) not in own]}


def collision(hand_in: HandIn, case: Case) -> Observations:
    """Renaming in which two entries get one name."""
    result = hand_in.rename_keys(state(case), case.pattern, case.repl)
    return {"names of the result": list(result)}
