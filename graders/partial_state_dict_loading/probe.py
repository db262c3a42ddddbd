"""Loads checkpoints into a small network with parameters and buffers."""

from collections import OrderedDict
from collections.abc import Iterable
from typing import Any

import torch
from torch import Tensor, nn

from tutor.probes import Case, HandIn, Observations


def network(case: Case) -> nn.Module:
    """A seeded network, where the case's tensors are; two of its layers have the same shape."""
    layers = OrderedDict[str, nn.Module](
        conv=nn.Conv2d(2, 3, 3),
        norm=nn.BatchNorm2d(3),
        hidden1=nn.Linear(4, 4),
        block=nn.Sequential(OrderedDict(hidden2=nn.Linear(4, 4))),
        head=nn.Linear(4, 5),
    )
    layers["conv"].requires_grad_(False)
    return nn.Sequential(layers).to(case.like[0].device, case.like[0].dtype)


def checkpoint(case: Case) -> dict[str, Tensor]:
    """The checkpoint as it comes from a file: on the CPU, wherever the model is."""
    tensors = case.checkpoint.items()
    return {name: tensor.detach().cpu().requires_grad_(tensor.requires_grad) for name, tensor in tensors}


def weights(hand_in: HandIn, case: Case) -> Observations:
    """Every tensor of the model after loading."""
    model = network(case)
    hand_in.load_matching(model, checkpoint(case))
    return {"model": model.state_dict()}


def report(hand_in: HandIn, case: Case) -> Observations:
    """What the function returns."""
    return {"report": hand_in.load_matching(network(case), checkpoint(case))}


def callers_checkpoint(hand_in: HandIn, case: Case) -> Observations:
    """The checkpoint after loading."""
    loaded = checkpoint(case)
    hand_in.load_matching(network(case), loaded)
    return {"names in the checkpoint": listed(loaded), "inputs that changed": case.changed_inputs()}


def identity(hand_in: HandIn, case: Case) -> Observations:
    """Whether the model still has its own tensors, and whether the checkpoint follows when they change."""
    model, loaded = network(case), checkpoint(case)
    before = dict(model.named_parameters())
    copies = {name: tensor.clone() for name, tensor in loaded.items()}
    hand_in.load_matching(model, loaded)
    after = dict(model.named_parameters())
    add_one(model.state_dict())
    return {
        "parameters that were replaced": listed(name for name in before if after.get(name) is not before[name]),
        "frozen parameters": listed(name for name, value in after.items() if not value.requires_grad),
        "dtypes of the model": {name: value.dtype for name, value in model.state_dict().items()},
        "checkpoint tensors that follow the model": listed(changed(loaded, copies)),
    }


def listed(names: Iterable[str]) -> str:
    return ", ".join(names) or "none"


def add_one(state: dict[str, Any]) -> None:
    """Change every tensor of a model in place, as a training step would."""
    with torch.no_grad():
        for tensor in state.values():
            tensor += 1


def changed(loaded: dict[str, Tensor], copies: dict[str, Tensor]) -> list[str]:
    return [name for name in copies if name in loaded and not torch.equal(loaded[name], copies[name])]
