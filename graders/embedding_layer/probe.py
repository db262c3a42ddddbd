"""Looks rows up in a table, forward and backward."""

from typing import Any

from torch.overrides import TorchFunctionMode

from tutor.probes import Case, HandIn, Observations, gradients


def rows(hand_in: HandIn, case: Case) -> Observations:
    """The rows, and which inputs changed."""
    found = hand_in.embedding_lookup(case.weight, case.idx, **case.options)
    return {"rows": found, "inputs that changed": case.changed_inputs()}


def slope(hand_in: HandIn, case: Case) -> Observations:
    """The rows, and the gradient that reaches the table."""
    found = hand_in.embedding_lookup(case.weight, case.idx, **case.options)
    return {"rows": found, **gradients(found, weight=case.weight)}


class _FunctionTape(TorchFunctionMode):
    """Notes the name of every PyTorch function that is called."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def __torch_function__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        self.names.add(getattr(func, "__name__", ""))
        return func(*args, **(kwargs or {}))


def functions(hand_in: HandIn, case: Case) -> Observations:
    """Which embedding functions are called."""
    with _FunctionTape() as tape:
        hand_in.embedding_lookup(case.weight, case.idx, **case.options)
    return {"embedding functions called": sorted(name for name in tape.names if "embedding" in name)}
