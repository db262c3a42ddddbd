"""Gives shards to small modules that show what they are called with, and loads checkpoints into small networks."""

from collections import OrderedDict
from collections.abc import Callable, Iterable
from typing import Any

import torch
from torch import Tensor, nn

from tutor.probes import Case, HandIn, Observations, gradients


class Convolved(nn.Module):
    """Images, averaged over their places."""

    def __init__(self, **options: Any) -> None:
        super().__init__()
        self.conv = nn.Conv2d(2, 3, 2, **options)

    def forward(self, x: Tensor) -> Tensor:
        return self.conv(x).mean(dim=(2, 3))


MODULES: dict[str, Callable[..., Callable[[Tensor], Tensor]]] = {
    "linear": lambda **options: nn.Linear(3, 2, **options),
    "norm": lambda **options: nn.BatchNorm1d(3, **options),
    "centred": lambda **_: lambda x: x - x.mean(dim=0, keepdim=True),
    "row_sums": lambda **_: lambda x: x.reshape(len(x), -1).sum(dim=1),
    "largest": lambda **_: lambda x: x.argmax(dim=1),
    "positive": lambda **_: lambda x: x > 0,
    "images": Convolved,
}


def module_of(case: Case) -> Callable[[Tensor], Tensor]:
    """The seeded module of the case, made on the CPU, where x is."""
    torch.manual_seed(0)
    module = MODULES[case.module](device="cpu", dtype=case.x.dtype)
    return module.to(case.x.device) if isinstance(module, nn.Module) else module


def outputs(hand_in: HandIn, case: Case) -> Observations:
    """The output of all rows, and which inputs changed."""
    output, _ = hand_in.replicate_forward(module_of(case), case.x, case.n)
    return {"output": output, "inputs that changed": case.changed_inputs()}


def sizes(hand_in: HandIn, case: Case) -> Observations:
    """How many rows each shard has; a tuple is as good as a list."""
    _, found = hand_in.replicate_forward(module_of(case), case.x, case.n)
    return {"sizes": list(found) if isinstance(found, list | tuple) else found}


def calls(hand_in: HandIn, case: Case) -> Observations:
    """The output, and with how many rows the module was called, smallest first."""
    module, seen = module_of(case), []

    def noted(shard: Tensor) -> Tensor:
        seen.append(len(shard))
        return module(shard)

    output, _ = hand_in.replicate_forward(noted, case.x, case.n)
    return {"output": output, "rows in the calls of the module": sorted(seen)}


def backward(hand_in: HandIn, case: Case) -> Observations:
    """The gradients of x and of the caller's module."""
    module = module_of(case)
    output, _ = hand_in.replicate_forward(module, case.x, case.n)
    parameters = {f"module.{name}": p for name, p in module.named_parameters()} if case.module == "linear" else {}
    return gradients(output, x=case.x, **parameters)


class Wrapped(nn.DataParallel):
    """DataParallel as it is on a machine without a GPU, on every machine."""

    def __init__(self, module: nn.Module) -> None:
        nn.Module.__init__(self)
        self.module = module
        self.device_ids = []


def named(**modules: nn.Module) -> nn.Sequential:
    return nn.Sequential(OrderedDict(modules))


NETWORKS: dict[str, Callable[[], nn.Module]] = {
    "plain": lambda: named(body=nn.Sequential(nn.Linear(3, 3), nn.BatchNorm1d(3)), head=nn.Linear(3, 3)),
    "inside": lambda: named(block=named(module=nn.Linear(3, 3)), model=nn.Linear(3, 2)),
    "beside": lambda: named(module=nn.Linear(3, 3), head=nn.Linear(3, 2)),
    "behind": lambda: named(head=nn.Linear(3, 2, bias=False), module=nn.Linear(2, 3)),
    "nested": lambda: named(block=named(module=nn.Linear(3, 3))),
    "numbered": lambda: named(module1=nn.Linear(3, 3), module2=nn.Linear(3, 2)),
}


def network(case: Case) -> nn.Module:
    torch.manual_seed(0)
    model = NETWORKS[case.network]()
    return (Wrapped(model) if case.wrapped else model).to(case.like[0].device, case.like[0].dtype)


def checkpoint(case: Case) -> dict[str, Tensor]:
    """The checkpoint as it comes from a file: on the CPU."""
    return {name: tensor.cpu() for name, tensor in case.checkpoint.items()}


def weights(hand_in: HandIn, case: Case) -> Observations:
    """Every tensor of the model after loading, and what was returned."""
    model = network(case)
    returned = hand_in.load_flexible(model, checkpoint(case))
    return {"returned": returned, **{f"model: {name}": tensor for name, tensor in model.state_dict().items()}}


def callers_checkpoint(hand_in: HandIn, case: Case) -> Observations:
    """The names and values of the checkpoint after loading."""
    loaded = checkpoint(case)
    hand_in.load_flexible(network(case), loaded)
    return {
        "names in the checkpoint": listed(loaded),
        "inputs that changed": case.changed_inputs(),
        **{f"checkpoint: {name}": tensor for name, tensor in loaded.items()},
    }


def identity(hand_in: HandIn, case: Case) -> Observations:
    """Whether the model still has its own tensors, and whether the checkpoint follows when they change."""
    model, loaded = network(case), checkpoint(case)
    before = dict(model.named_parameters())
    copies = {name: tensor.clone() for name, tensor in loaded.items()}
    hand_in.load_flexible(model, loaded)
    after = dict(model.named_parameters())
    with torch.no_grad():
        for tensor in model.state_dict().values():
            tensor += 1
    return {
        "parameters that were replaced": listed(name for name in before if after.get(name) is not before[name]),
        "dtypes of the model": {name: value.dtype for name, value in model.state_dict().items()},
        "checkpoint tensors that follow the model": listed(n for n in copies if not torch.equal(loaded[n], copies[n])),
    }


def listed(names: Iterable[str]) -> str:
    return ", ".join(names) or "none"
