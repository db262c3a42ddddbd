"""Takes layers out of small containers and looks at what is left."""

from collections import OrderedDict
from typing import Any

from torch import nn

from tutor.probes import Case, HandIn, Observations

KINDS: dict[str, Any] = {
    "linear": lambda: nn.Linear(2, 2),
    "relu": nn.ReLU,
    "block": lambda: nn.Sequential(nn.Linear(2, 2), nn.Tanh()),
}


def model_of(case: Case) -> tuple[nn.Sequential, dict[str, nn.Module]]:
    """The model of the case, and its different modules by what they are called here: one for each kind and number."""
    made = {what: KINDS[what.rstrip("0123456789")]() for what in dict.fromkeys(case.layers.values())}
    return nn.Sequential(OrderedDict((name, made[what]) for name, what in case.layers.items())), made


def names(model: nn.Module) -> str:
    """The names of the layers directly inside, also of one that is there twice."""
    inside = [name for name, _ in model.named_modules(remove_duplicate=False) if name and "." not in name]
    return ", ".join(inside) or "none"


def structure(hand_in: HandIn, case: Case) -> Observations:
    """What kind of thing comes back, and the names in it."""
    model, _ = model_of(case)
    rest = hand_in.without(model, *case.names)
    if not isinstance(rest, nn.Module):
        return {"class of the result": type(rest).__name__}
    return {
        "class of the result": type(rest).__name__,
        "names in the result": names(rest),
        "keys of its state_dict()": ", ".join(rest.state_dict()) or "none",
    }


def modules(hand_in: HandIn, case: Case) -> Observations:
    """Which modules of the model stand under the names of the result."""
    model, made = model_of(case)
    rest = hand_in.without(model, *case.names)
    found = {id(module): what for what, module in made.items()}
    inside = [module for name, module in rest.named_modules(remove_duplicate=False) if name and "." not in name]
    return {"modules in the result": ", ".join(found.get(id(m), f"another {type(m).__name__}") for m in inside)}


def original(hand_in: HandIn, case: Case) -> Observations:
    """The model after the call."""
    model, _ = model_of(case)
    rest = hand_in.without(model, *case.names)
    rest.add_module("added", nn.Identity())
    return {
        "the result is the model itself": rest is model,
        "names in the model after a change of the result": names(model),
    }


def refusal(hand_in: HandIn, case: Case) -> Observations:
    """Whether the names are accepted."""
    hand_in.without(model_of(case)[0], *case.names)
    return {"accepted": True}
