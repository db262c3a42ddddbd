"""Asks for the table of small models of every kind."""

from typing import Any

import torch
from torch import Tensor, nn

from tutor.probes import Case, HandIn, Observations


class Prompted(nn.Module):
    """Parameters of its own, one of them a single number and one empty, beside its children."""

    def __init__(self, width: int, tokens: int) -> None:
        super().__init__()
        self.prompt = nn.Parameter(torch.zeros(1, tokens, width))
        self.temperature = nn.Parameter(torch.tensor(1.0))
        self.extra = nn.Parameter(torch.zeros(0, width))
        self.register_parameter("offset", None)
        self.body = nn.Sequential(nn.Linear(width, tokens), nn.Tanh())


def mlp(width: int, hidden: int, classes: int) -> nn.Module:
    return nn.Sequential(nn.Linear(width, hidden), nn.ReLU(), nn.Linear(hidden, classes, bias=False))


def conv_net(channels: int, filters: int) -> nn.Module:
    block = nn.Sequential(nn.Conv2d(channels, filters, (3, 1)), nn.BatchNorm2d(filters))
    return nn.Sequential(block, nn.ReLU(), nn.Sequential(block_of(filters), nn.Conv2d(filters, channels, 1)))


def block_of(filters: int) -> nn.Module:
    return nn.Sequential(nn.BatchNorm2d(filters, affine=False), nn.Conv2d(filters, filters, 2, bias=False))


def tied(words: int, width: int) -> nn.Module:
    """An output layer that has the weight of the embedding."""
    model = nn.Sequential(nn.Embedding(words, width), nn.Tanh(), nn.Linear(width, words))
    model[2].weight = model[0].weight
    return model


def twice(width: int) -> nn.Module:
    """One layer that sits in two places, beside another one of the same shape."""
    layer = nn.Linear(width, width)
    return nn.Sequential(layer, nn.Linear(width, width), nn.Sequential(layer, nn.Tanh()))


NETWORKS = {
    "layer": nn.Linear,
    "activation": nn.ReLU,
    "attention": nn.MultiheadAttention,
    "mlp": mlp,
    "conv_net": conv_net,
    "prompted": Prompted,
    "tied": tied,
    "twice": twice,
}


def network(case: Case) -> nn.Module:
    """The model of the case, with the named parts frozen."""
    with torch.device(case.device):
        model = NETWORKS[case.network](*case.sizes)
    model.to(case.dtype)
    for name in case.frozen:
        model.get_submodule(name).requires_grad_(False)
    return model


def split(returned: Any) -> tuple[Any, Any, Any]:
    """Rows, total and trainable; a row of a named tuple counts as the tuple it is."""
    rows, total, trainable = returned
    if not isinstance(rows, list):
        return f"a {type(rows).__name__}", total, trainable
    return [tuple(row) if isinstance(row, tuple) else row for row in rows], total, trainable


def kinds(hand_in: HandIn, case: Case) -> Observations:
    """What kinds of values come back."""
    returned = hand_in.parameter_table(network(case))
    parts = [type(part).__name__ for part in returned] if isinstance(returned, tuple) else []
    return {"what comes back": f"a {type(returned).__name__}", "the parts of it": parts}


def names(hand_in: HandIn, case: Case) -> Observations:
    """The first entry of each row."""
    rows, _, _ = split(hand_in.parameter_table(network(case)))
    return {"names": [row[0] for row in rows] if isinstance(rows, list) else rows}


def rows(hand_in: HandIn, case: Case) -> Observations:
    return {"rows": split(hand_in.parameter_table(network(case)))[0]}


def sums(hand_in: HandIn, case: Case) -> Observations:
    _, total, trainable = split(hand_in.parameter_table(network(case)))
    return {"total": total, "trainable": trainable}


def everything(hand_in: HandIn, case: Case) -> Observations:
    return {**rows(hand_in, case), **sums(hand_in, case)}


def afterwards(hand_in: HandIn, case: Case) -> Observations:
    """What became of the model."""
    model = network(case)
    before = {name: tensor.clone() for name, tensor in model.state_dict().items()}
    objects = dict(model.named_parameters(remove_duplicate=False))
    hand_in.parameter_table(model)
    after = dict(model.named_parameters(remove_duplicate=False))
    return {
        "parameters that were replaced": listed(objects, lambda name: after.get(name) is not objects[name]),
        "parameters that require a gradient": listed(after, lambda name: after[name].requires_grad),
        "tensors with other values": listed(before, lambda name: differs(model.state_dict().get(name), before[name])),
        "in training mode": all(module.training for module in model.modules()),
    }


def listed(known: dict[str, Any], chosen: Any) -> str:
    return ", ".join(name for name in known if chosen(name)) or "none"


def differs(now: Tensor | None, before: Tensor) -> bool:
    return now is None or now.dtype != before.dtype or not torch.equal(now, before)
