"""Expands tensors, and looks at where the numbers of the result lie in memory."""

from collections.abc import Callable
from typing import Any

from torch import Tensor
from torch.overrides import TorchFunctionMode

from tutor.probes import Case, HandIn, Observations, gradients


def view(hand_in: HandIn, case: Case) -> Observations:
    """What expand_view gives, where it lies in memory, and whether x changed."""
    return looked_at(case, case.x, hand_in.expand_view(case.x, *case.sizes))


def to(hand_in: HandIn, case: Case) -> Observations:
    """As `view`, for expand_to, with the sizes afterwards."""
    sizes = case.sizes
    return {**looked_at(case, case.x, hand_in.expand_to(case.x, sizes)), "sizes": sizes}


def view_of_a_view(hand_in: HandIn, case: Case) -> Observations:
    """As `view`, where x is a slice."""
    x = sliced(case)
    return looked_at(case, x, hand_in.expand_view(x, *case.sizes))


def to_of_a_view(hand_in: HandIn, case: Case) -> Observations:
    """As `to`, where x is a slice."""
    x = sliced(case)
    return looked_at(case, x, hand_in.expand_to(x, case.sizes))


def view_gradient(hand_in: HandIn, case: Case) -> Observations:
    """The gradient that reaches x through expand_view."""
    return gradients(hand_in.expand_view(case.x, *case.sizes), x=case.x)


def to_gradient(hand_in: HandIn, case: Case) -> Observations:
    """The gradient that reaches x through expand_to."""
    return gradients(hand_in.expand_to(case.x, case.sizes), x=case.x)


def calls(hand_in: HandIn, case: Case) -> Observations:
    """Whether expand or expand_as is called."""
    with Calls() as seen:
        hand_in.expand_view(case.x, *case.sizes)
    return {"calls of expand and expand_as": sum(name in ("expand", "expand_as") for name in seen.names)}


def sliced(case: Case) -> Tensor:
    """A slice made here, because tensors that travel come without an offset."""
    return case.base[tuple(slice(*entry) for entry in case.slices)]


def looked_at(case: Case, x: Tensor, result: Any) -> Observations:
    seen: Observations = {"expanded": result, "inputs that changed": case.changed_inputs()}
    if isinstance(result, Tensor) and result.numel():
        mine, theirs = (tensor.untyped_storage().data_ptr() for tensor in (result, x))
        seen["shares the memory of x"] = mine == theirs
        sizes_and_strides = result.shape, result.stride()
        # The stride of a dimension of size 1 says nothing.
        seen["strides"] = [stride if size > 1 else None for size, stride in zip(*sizes_and_strides, strict=True)]
    return seen


class Calls(TorchFunctionMode):
    """Notes the name of every function of PyTorch that is called from Python."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def __torch_function__(self, func: Callable[..., Any], types: Any, args: Any = (), kwargs: Any = None) -> Any:
        self.names.append(getattr(func, "__name__", ""))
        return func(*args, **(kwargs or {}))
