"""Asks for the groups of small models and hands them to an optimizer."""

from collections import OrderedDict
from typing import Any

import torch
from torch import nn

from tutor.probes import Case, HandIn, Observations


class Block(nn.Module):
    """Attention, norms and an embedding, beside parameters of its own: a table, a scale and a single number."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.position = nn.Parameter(torch.ones(1, 3, width))
        self.scale = nn.Parameter(torch.ones(width))
        self.temperature = nn.Parameter(torch.ones(()))
        self.tokens = nn.Embedding(5, width)
        self.attention = nn.MultiheadAttention(width, 2)
        self.blocks = nn.ModuleList(nn.Sequential(nn.LayerNorm(width), nn.Linear(width, width)) for _ in range(2))


def tied(width: int) -> nn.Module:
    model = nn.Sequential(nn.Embedding(5, width), nn.Linear(width, width), nn.Linear(width, 5))
    model[2].weight = model[0].weight
    return model


def same_norm(width: int) -> nn.Module:
    norm = nn.LayerNorm(width)
    return nn.Sequential(norm, nn.Linear(width, width), norm)


def conv(filters: int) -> nn.Module:
    layers = OrderedDict[str, nn.Module](
        conv=nn.Conv2d(2, filters, 3),
        bn=nn.BatchNorm2d(filters),
        norm1=nn.BatchNorm2d(filters),
        act=nn.PReLU(),
        head=nn.Conv1d(filters, 2, 1),
    )
    return nn.Sequential(layers)


NETWORKS = {
    "mlp": lambda width: nn.Sequential(nn.Linear(3, width), nn.ReLU(), nn.Linear(width, 2)),
    "conv": conv,
    "transformer": Block,
    "tied": tied,
    "same_norm": same_norm,
    "norm_alone": nn.BatchNorm2d,
    "one_output": lambda width: nn.Sequential(nn.Linear(3, width), nn.ReLU(), nn.Linear(width, 1)),
    "no_bias": lambda width: nn.Sequential(nn.Linear(3, width, bias=False), nn.Linear(width, 2, bias=False)),
}


def network(case: Case) -> nn.Module:
    model = NETWORKS[case.network](case.width).to(case.device[0].device, torch.float64)
    for name in case.frozen:
        model.get_submodule(name).requires_grad_(False)
    return model


def optimizer_of(hand_in: HandIn, case: Case, model: nn.Module) -> torch.optim.Optimizer:
    """An optimizer whose own weight decay shows where a group has none."""
    return torch.optim.SGD(hand_in.make_param_groups(model, case.weight_decay), lr=1.0, weight_decay=0.5)


def kinds(hand_in: HandIn, case: Case) -> Observations:
    """What kinds of things come back."""
    found: Any = hand_in.make_param_groups(network(case), case.weight_decay)
    entries = [type(entry).__name__ for entry in found] if isinstance(found, list) else []
    return {"type of the result": type(found).__name__, "types of the entries": entries}


def names(hand_in: HandIn, case: Case) -> Observations:
    """The names of the parameters in each group of the optimizer, and what is frozen afterwards."""
    model = network(case)
    optimizer = optimizer_of(hand_in, case, model)
    known = {id(parameter): name for name, parameter in model.named_parameters()}
    listed = [[known.get(id(p), "unknown") for p in group["params"]] for group in optimizer.param_groups]
    labels = ["that decays", "that does not decay", *map(str, range(3, len(listed) + 1))]
    frozen = [name for name, parameter in model.named_parameters() if not parameter.requires_grad]
    found = {f"group {label}": entries for label, entries in zip(labels, listed, strict=False)}
    return {**found, "frozen afterwards": frozen}


def decays(hand_in: HandIn, case: Case) -> Observations:
    """The weight decay of each group of the optimizer."""
    optimizer = optimizer_of(hand_in, case, network(case))
    return {"weight decay of each group": [float(group["weight_decay"]) for group in optimizer.param_groups]}


def step(hand_in: HandIn, case: Case) -> Observations:
    """Every parameter, from 1, after a step."""
    model = network(case)
    optimizer = optimizer_of(hand_in, case, model)
    for parameter in model.parameters():
        parameter.grad = torch.full_like(parameter, case.gradient)
        torch.nn.init.ones_(parameter)
    optimizer.step()
    return {f"{name}, which was 1 before the step": p.mean().item() for name, p in model.named_parameters()}


def model(hand_in: HandIn, case: Case) -> Observations:
    """What became of the model."""
    net = network(case)
    objects = dict(net.named_parameters())
    before = {name: tensor.clone() for name, tensor in net.state_dict().items()}
    hand_in.make_param_groups(net, case.weight_decay)
    after = dict(net.named_parameters())
    return {
        "parameters that were replaced": [name for name in objects if after.get(name) is not objects[name]],
        "tensors with other values": [
            n for n, tensor in net.state_dict().items() if not torch.equal(tensor, before[n])
        ],
        "parameters that require a gradient": [name for name, p in after.items() if p.requires_grad],
        "in training mode": all(module.training for module in net.modules()),
    }
