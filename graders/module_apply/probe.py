"""Carries a function through small trees of modules and writes down whom it met."""

from collections.abc import Callable
from typing import Any

import torch
from torch import nn

from tutor.probes import Case, HandIn, Observations

Tree = dict[str, Any]
"""The children by name: each a tree of its own, the label of a module that is there already, or None."""
Visit = Callable[[nn.Module], Any]


class Part(nn.Module):
    """A module that knows what it is called; some have a weight."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self.label = label
        if not label.startswith(("act", "net")):
            self.weight = nn.Parameter(torch.ones(2, dtype=torch.float64))


def network(case: Case) -> Part:
    return grown(Part("net"), case.tree, {})


def grown(parent: Part, tree: Tree, known: dict[str, Part]) -> Part:
    """The parent with its children, each of them grown as well."""
    for name, inside in tree.items():
        if inside is None:
            child = None
        elif isinstance(inside, str):
            child = known[inside]
        else:
            child = known[name] = grown(type(parent)(name), inside, known)
        parent.register_module(name, child)
    return parent


def label_of(visited: Any) -> str:
    return str(getattr(visited, "label", f"a {type(visited).__name__}"))


def trace(hand_in: HandIn, module: nn.Module, then: Visit = lambda module: None) -> tuple[list[str], Any]:
    """The labels in the order of the visits, and what came back."""
    met: list[str] = []

    def fn(module: nn.Module) -> Any:
        met.append(label_of(module))
        return then(module)

    return met, hand_in.apply_to(module, fn)


def return_value(hand_in: HandIn, case: Case) -> Observations:
    """What comes back."""
    module = network(case)
    return {"what comes back": named(trace(hand_in, module)[1], module)}


def named(returned: Any, module: nn.Module) -> str:
    """The returned value in words."""
    if returned is module:
        return "net itself"
    return "nothing" if returned is None else f"another {type(returned).__name__}"


def visited(hand_in: HandIn, case: Case) -> Observations:
    """Who was visited at all."""
    return {"modules visited": sorted(set(trace(hand_in, network(case))[0]))}


def visits(hand_in: HandIn, case: Case) -> Observations:
    """Every visit, in order."""
    return {"visits": trace(hand_in, network(case))[0]}


def surgery(hand_in: HandIn, case: Case) -> Observations:
    """Every visit, in order, when fn gives each module it meets new children in place of the old ones."""

    def replace(module: nn.Module) -> None:
        for name, child in list(module.named_children()):
            setattr(module, name, Part(f"new_{label_of(child)}"))

    return {"visits": trace(hand_in, network(case), replace)[0]}


def answers(hand_in: HandIn, case: Case) -> Observations:
    """Every visit, what comes back, and which children are left, when fn returns something."""
    module = network(case)
    answer = Part("answer") if case.answer == "a module" else case.answer
    met, returned = trace(hand_in, module, lambda module: answer)
    left = [label_of(part) for part in module.modules()]
    return {"visits": met, "what comes back": named(returned, module), "modules in the tree afterwards": left}


def weights(hand_in: HandIn, case: Case) -> Observations:
    """The weights after a function that doubles whatever weight it meets."""
    module = network(case)

    @torch.no_grad()
    def double(part: nn.Module) -> None:
        for parameter in part.parameters(recurse=False):
            parameter.mul_(2)

    hand_in.apply_to(module, double)
    return {"weights": dict(module.named_parameters())}


def error(hand_in: HandIn, case: Case) -> Observations:
    """What becomes of an exception that fn raises, and whom it met until then."""
    met: list[str] = []

    def fn(module: nn.Module) -> None:
        met.append(label_of(module))
        if met[-1] == case.at:
            raise LookupError("no rule for this kind of layer")

    try:
        hand_in.apply_to(network(case), fn)
    except LookupError:
        arrived = "LookupError"
    else:
        arrived = "nothing"
    return {"exception that arrives": arrived, "visits": met}


class Asked(Part):
    """Counts how often it is asked to do the work itself."""

    asked = 0

    def apply(self, fn: Visit) -> "Asked":  # type: ignore[override]
        self.asked += 1
        return super().apply(fn)


def own_walk(hand_in: HandIn, case: Case) -> Observations:
    """How many of the modules were asked for their own apply."""
    module = grown(Asked("net"), case.tree, {})
    hand_in.apply_to(module, lambda module: None)
    asked = [label_of(part) for part in module.modules() if part.asked]
    return {"modules whose apply was called": ", ".join(asked) or "none"}
