"""Compares small networks with stand-ins for their exported form: frozen copies that take and give NumPy arrays."""

import copy
from collections import OrderedDict
from contextlib import suppress
from typing import Any

import numpy as np
import torch
from torch import nn

from tutor.probes import Case, HandIn, Observations


def network(case: Case) -> nn.Module:
    """A network with the weights of the case; the modules that the case names are in training mode."""
    layers: OrderedDict[str, nn.Module] = OrderedDict()
    if case.kind == "normed":
        layers["norm"] = nn.BatchNorm1d(3)
        layers["block"] = nn.Sequential(OrderedDict(drop=nn.Dropout(0.5), inner=nn.BatchNorm1d(3)))
    if case.kind == "in_place":
        layers["act"] = nn.LeakyReLU(0.25, inplace=True)
    if case.kind != "identity":
        layers["head"] = nn.Linear(3, 2)
    model = nn.Sequential(layers).to(case.batches[0].dtype if case.batches else torch.float64)
    with torch.no_grad():
        for number, tensor in enumerate(model.state_dict().values()):
            if tensor.is_floating_point():
                tensor.copy_(torch.linspace(0.5, 2.0 + number, tensor.numel()).reshape(tensor.shape))
    for name, module in model.named_modules():
        module.training = name in case.training
    return model


class Exported:
    """A stand-in for a session of onnxruntime: eval numbers, arrays only, and a fault of its own at some values."""

    def __init__(self, model: nn.Module, case: Case) -> None:
        self.model = copy.deepcopy(model).eval()
        self.case = case
        self.batches = [batch.detach().numpy().copy() for batch in case.batches]
        self.calls = 0

    def __call__(self, x: np.ndarray) -> np.ndarray:
        if not isinstance(x, np.ndarray):
            raise TypeError(f"the input is a {type(x).__name__}; it must be a NumPy array")
        if self.calls == self.case.raises_at:
            raise OSError("the session was lost")
        with torch.no_grad():
            y = self.model(torch.from_numpy(x.copy()))
        self.calls += 1
        for fault, batch in zip(self.case.faults, self.batches, strict=False):
            if fault is not None and np.array_equal(x, batch):
                y = (y.double() + fault.double()).to(y.dtype)
        return (y.reshape(self.case.shape) if self.case.shape else y).numpy()


def ran(hand_in: HandIn, case: Case, model: nn.Module) -> tuple[Any, int]:
    """What comes back, and how often the exported form was called."""
    exported = Exported(model, case)
    batches = (batch for batch in case.batches) if case.is_generator else list(case.batches)
    gap = hand_in.parity_gap(model, exported, batches)
    return (float(gap) if isinstance(gap, float) else gap), exported.calls


def gap(hand_in: HandIn, case: Case) -> Observations:
    """What comes back, and what became of the batches."""
    value, calls = ran(hand_in, case, network(case))
    return {"gap": value, "calls of the exported model": calls, "inputs that changed": case.changed_inputs()}


def afterwards(hand_in: HandIn, case: Case) -> Observations:
    """The model when everything is over, also by an exception of the exported form."""
    model = network(case)
    before = {name: tensor.clone() for name, tensor in model.state_dict().items()}
    with suppress(OSError):
        ran(hand_in, case, model)
    changed = [name for name, tensor in model.state_dict().items() if not torch.equal(tensor, before[name])]
    return {
        **{f"mode of {n or 'the model'}": "training" if m.training else "eval" for n, m in model.named_modules()},
        "tensors of the model that changed": ", ".join(changed) or "none",
    }
