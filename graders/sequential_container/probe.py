"""Builds containers of small layers and uses them as a model does."""

from collections import OrderedDict
from typing import Any

import torch
from torch import nn

from tutor.probes import Case, HandIn, Observations, gradients


def layers_of(case: Case) -> dict[str, nn.Module]:
    """One layer for each different word, where the input of the case is."""
    width = case.x.shape[-1]
    kinds = {
        "square": lambda: nn.Linear(width, width),
        "other": lambda: nn.Linear(width, width),
        "narrow": lambda: nn.Linear(width, 2),
        "relu": nn.ReLU,
        "tanh": nn.Tanh,
    }
    made = {word: kinds[word]() for word in dict.fromkeys(case.layers)}
    return {word: layer.to(case.x.device, case.x.dtype) for word, layer in made.items()}


def filled(case: Case, container: Any, made: dict[str, nn.Module]) -> nn.Module:
    """The container with the layers of the case, by position or by name."""
    modules = [made[word] for word in case.layers]
    return container(OrderedDict(zip(case.names, modules, strict=True))) if case.names else container(*modules)


def words(modules: Any, made: dict[str, nn.Module]) -> str:
    """What the case calls these very modules; anything else is told by its class."""
    found = {id(layer): word for word, layer in made.items()}
    return ", ".join(found.get(id(module), f"another {type(module).__name__}") for module in modules) or "none"


def names(module: nn.Module) -> str:
    """The names of all the modules inside, also of one that is there twice."""
    return ", ".join(name for name, _ in module.named_modules(remove_duplicate=False) if name) or "none"


def registration(hand_in: HandIn, case: Case) -> Observations:
    """What PyTorch knows of the modules in the container."""
    made = layers_of(case)
    container = filled(case, hand_in.MiniSequential, made)
    container.eval()
    return {
        "modules inside": names(container),
        "keys of state_dict()": ", ".join(container.state_dict()) or "none",
        "parameters": len(list(container.parameters())),
        "layers in training mode after eval()": sum(layer.training for layer in made.values()),
    }


def construction(hand_in: HandIn, case: Case) -> Observations:
    """Whether what is no module is accepted, and what became of it."""
    if case.named:
        container = hand_in.MiniSequential(OrderedDict(case.entries), *(nn.ReLU() for _ in range(case.more)))
    else:
        container = hand_in.MiniSequential(*case.entries.values(), *(nn.ReLU() for _ in range(case.more)))
    return {"accepted, and the container holds": ", ".join(type(m).__name__ for m in container._modules.values())}


def output(hand_in: HandIn, case: Case) -> Observations:
    """The output of the container, and which inputs changed."""
    container = filled(case, hand_in.MiniSequential, layers_of(case))
    return {"output": container(case.x), "inputs that changed": case.changed_inputs()}


def hooks(hand_in: HandIn, case: Case) -> Observations:
    """Which layers call their hook during one call of the container."""
    made, seen = layers_of(case), []
    container = filled(case, hand_in.MiniSequential, made)
    for layer in made.values():
        layer.register_forward_hook(lambda module, *_: seen.append(module))
    container(case.x)
    return {"hooks that fired": words(seen, made)}


def backward(hand_in: HandIn, case: Case) -> Observations:
    """The gradients that reach the input and the parameters of the layers."""
    made = layers_of(case)
    value = filled(case, hand_in.MiniSequential, made)(case.x)
    parameters = {f"{word}.{name}": p for word, layer in made.items() for name, p in layer.named_parameters()}
    return gradients(value, x=case.x, **parameters)


def length(hand_in: HandIn, case: Case) -> Observations:
    """What len() says."""
    return {"len": len(filled(case, hand_in.MiniSequential, layers_of(case)))}


def iteration(hand_in: HandIn, case: Case) -> Observations:
    """What a for loop over the container sees, twice."""
    made = layers_of(case)
    container = filled(case, hand_in.MiniSequential, made)
    return {"first loop": words(container, made), "second loop": words(container, made)}


def position(hand_in: HandIn, case: Case) -> Observations:
    """The module at one position."""
    made = layers_of(case)
    return {"module": words([filled(case, hand_in.MiniSequential, made)[case.index]], made)}


def part(hand_in: HandIn, case: Case) -> Observations:
    """What a slice of a container, here of a class made from it, is and holds."""
    made = layers_of(case)
    chain = type("Chain", (hand_in.MiniSequential,), {})
    found = filled(case, chain, made)[slice(*case.slice)]
    if not isinstance(found, nn.Module):
        return {"class of the slice": type(found).__name__}
    return {
        "class of the slice": type(found).__name__,
        "names": names(found),
        "modules": words([module for name, module in found.named_modules(remove_duplicate=False) if name], made),
        "output": found(torch.ones_like(case.x)),
    }
