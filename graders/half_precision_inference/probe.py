"""Converts and measures small models of every kind, and looks at each of their tensors."""

from collections import OrderedDict
from typing import Any

import torch
from torch import Tensor, nn

from tutor.probes import Case, HandIn, Observations

NORMS = (nn.BatchNorm1d, nn.BatchNorm2d, nn.BatchNorm3d, nn.LayerNorm, nn.GroupNorm)
EXTREME = {"weight": 1 / 3, "bias": -2e-7, "running_mean": 70000.0, "running_var": 1e-8}


class Deep(nn.Module):
    """A parameter of its own, beside layers at several depths."""

    def __init__(self) -> None:
        super().__init__()
        self.scale = nn.Parameter(torch.tensor(0.1))
        self.embed = nn.Embedding(5, 3)
        self.register_parameter("offset", None)
        self.body = nn.Sequential(nn.Sequential(nn.Linear(3, 4), nn.Tanh()), nn.ModuleList([nn.Linear(4, 2)]))


class Tables(nn.Module):
    """Buffers of every kind."""

    def __init__(self) -> None:
        super().__init__()
        self.fc = nn.Linear(3, 3)
        self.register_buffer("angles", torch.linspace(0.1, 0.7, 6).reshape(2, 3))
        self.register_buffer("cache", torch.linspace(-1, 1, 4), persistent=False)
        self.register_buffer("nothing", None)
        self.register_buffer("places", torch.arange(7))
        self.register_buffer("visible", torch.tensor([True, False, True]))


class Turning(nn.Module):
    """A complex buffer, as rotary position embeddings have."""

    def __init__(self) -> None:
        super().__init__()
        self.fc = nn.Linear(2, 2)
        self.register_buffer("turns", torch.polar(torch.ones(2), torch.linspace(0.3, 1, 2)))


class OwnBatchNorm(nn.BatchNorm1d):
    pass


class Calm(nn.LayerNorm):
    """A layer norm that does not say so in its name."""


class OwnGroupNorm(nn.GroupNorm):
    pass


class FoldedBatchNorm(nn.Module):
    """What is left of a batch norm when its statistics are folded in: no norm any more."""

    def __init__(self) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.ones(3))
        self.bias = nn.Parameter(torch.zeros(3))


class Block(nn.Module):
    """A layer with a table that others may hold too."""

    def __init__(self, table: Tensor) -> None:
        super().__init__()
        self.fc = nn.Linear(2, 2)
        self.register_buffer("table", table)


def plain() -> nn.Module:
    return nn.Sequential(nn.Conv2d(2, 3, 2), nn.ReLU(), nn.Conv2d(3, 2, 1, bias=False), nn.Linear(2, 5))


def attention() -> nn.Module:
    return nn.Sequential(nn.MultiheadAttention(4, 2), nn.Linear(4, 2))


def norms() -> nn.Module:
    block = nn.Sequential(nn.Linear(4, 4), nn.LayerNorm(4))
    return nn.Sequential(nn.Linear(3, 4), nn.BatchNorm1d(4), nn.GroupNorm(2, 4), block)


def image() -> nn.Module:
    return nn.Sequential(nn.Conv2d(1, 3, 1), nn.BatchNorm2d(3), nn.BatchNorm3d(2))


def misnamed() -> nn.Module:
    return nn.Sequential(OrderedDict(norm=nn.Linear(2, 2), bn1=nn.Linear(2, 2), head=nn.LayerNorm(2)))


def derived() -> nn.Module:
    return nn.Sequential(nn.Linear(2, 4), OwnBatchNorm(4), Calm(4), OwnGroupNorm(2, 4))


def other_norms() -> nn.Module:
    return nn.Sequential(nn.Linear(2, 4), nn.InstanceNorm1d(4, affine=True), nn.RMSNorm(4))


def tied() -> nn.Module:
    model = nn.Sequential(nn.Embedding(6, 3), nn.Tanh(), nn.Linear(3, 6))
    model[2].weight = model[0].weight
    return model


def twice() -> nn.Module:
    block = nn.Sequential(nn.Linear(3, 3), nn.BatchNorm1d(3))
    return nn.Sequential(block, nn.Tanh(), nn.Sequential(block))


def frozen() -> nn.Module:
    return nn.Sequential(nn.Linear(2, 3).requires_grad_(False), nn.Linear(3, 3), nn.BatchNorm1d(3).eval())


def frozen_layer() -> nn.Module:
    return nn.Sequential(nn.Linear(2, 3).requires_grad_(False), nn.Linear(3, 3))


def shared_table() -> nn.Module:
    table = torch.linspace(0, 1, 9)
    return nn.Sequential(Block(table), Block(table))


def mixed() -> nn.Module:
    return nn.Sequential(nn.Linear(2, 3).double(), nn.Linear(3, 3).half(), nn.Linear(3, 1))


NETWORKS = {
    "linear": lambda: nn.Linear(3, 2),
    "plain": plain,
    "deep": Deep,
    "attention": attention,
    "norms": norms,
    "image": image,
    "layer_norm": lambda: nn.LayerNorm(4),
    "misnamed": misnamed,
    "other_norms": other_norms,
    "folded": lambda: nn.Sequential(nn.Linear(2, 3), FoldedBatchNorm()),
    "derived": derived,
    "tables": Tables,
    "turning": Turning,
    "tied": tied,
    "twice": twice,
    "frozen": frozen,
    "no_tensors": lambda: nn.Sequential(nn.ReLU()),
    "shared_table": shared_table,
    "frozen_layer": frozen_layer,
    "mixed": mixed,
}


def network(case: Case) -> nn.Module:
    """The model of the case, with norms that hold numbers half precision has no room for."""
    model = NETWORKS[case.network]()
    with torch.no_grad():
        for module in model.modules():
            if isinstance(module, NORMS):
                for name, value in EXTREME.items():
                    if isinstance(tensor := getattr(module, name, None), Tensor):
                        tensor.fill_(value)
    if case.double:
        model.double()
    return model.to(case.place[0].device)


def tensors(model: nn.Module) -> dict[str, Tensor]:
    """Every parameter and buffer under each of its names, in alphabetical order."""
    named = [*model.named_parameters(remove_duplicate=False), *model.named_buffers(remove_duplicate=False)]
    return dict(sorted(named))


def returned(hand_in: HandIn, case: Case) -> Observations:
    """What comes back."""
    model = network(case)
    back = hand_in.half_except_norms(model, **case.options)
    if back is model:
        return {"what comes back": "the model itself"}
    return {"what comes back": "nothing" if back is None else f"another {type(back).__name__}"}


def convert(hand_in: HandIn, case: Case) -> nn.Module:
    model = network(case)
    hand_in.half_except_norms(model, **case.options)
    return model


def dtypes(hand_in: HandIn, case: Case) -> Observations:
    """The dtype of every tensor of the model afterwards."""
    return {f"dtype of {name}": tensor.dtype for name, tensor in tensors(convert(hand_in, case)).items()}


def values(hand_in: HandIn, case: Case) -> Observations:
    """Every tensor of the model afterwards."""
    return {name: tensor.detach() for name, tensor in tensors(convert(hand_in, case)).items()}


def norm_values(hand_in: HandIn, case: Case) -> Observations:
    """What the norms hold afterwards."""
    model = convert(hand_in, case)
    norms = {name for name, module in model.named_modules() if isinstance(module, NORMS)}
    return {name: one.detach() for name, one in tensors(model).items() if name.rpartition(".")[0] in norms}


def objects(hand_in: HandIn, case: Case) -> Observations:
    """What became of the model besides its numbers."""
    model = network(case)
    before = dict(model.named_parameters(remove_duplicate=False))
    hand_in.half_except_norms(model, **case.options)
    after = dict(model.named_parameters(remove_duplicate=False))
    return {
        "parameters that were replaced": listed(name for name in before if after.get(name) is not before[name]),
        "parameters that require a gradient": listed(name for name, one in after.items() if one.requires_grad),
        "names in the state dict": listed(sorted(model.state_dict())),
        "modules in training mode": listed(name or "the model" for name, one in model.named_modules() if one.training),
    }


def listed(names: Any) -> str:
    return ", ".join(names) or "none"


def size(hand_in: HandIn, case: Case) -> Observations:
    """The size of a model without gradients."""
    return {"size in bytes": hand_in.model_bytes(network(case))}


def with_gradients(hand_in: HandIn, case: Case) -> Observations:
    """The size of a model after a backward pass."""
    model = network(case)
    for parameter in model.parameters():
        parameter.grad = torch.ones_like(parameter)
    return {"size in bytes": hand_in.model_bytes(model)}
