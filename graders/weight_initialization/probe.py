"""Initializes small models and measures what their tensors hold afterwards."""

from collections.abc import Callable, Iterator

import torch
from torch import Tensor, nn

from tutor.probes import Case, HandIn, Observations

CHANNELS = 4096
MARK = 3.0
"""What every parameter and buffer holds before."""


class Stem(nn.Conv2d):
    pass


class Scale(nn.BatchNorm2d):
    pass


class Block(nn.Module):
    """Layers in a list in a module."""

    def __init__(self) -> None:
        super().__init__()
        self.body = nn.ModuleList([nn.Sequential(nn.Conv2d(32, 36, 3), nn.BatchNorm2d(CHANNELS))])
        self.out = nn.Conv1d(64, 72, 3)


class ConvBlock(Block):
    pass


class BatchNormBlock(Block):
    pass


class ConvShift(nn.Module):
    """Neither of the two kinds, with parameters that are called as theirs are."""

    def __init__(self) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.ones(4, 4))
        self.bias = nn.Parameter(torch.ones(4))
        self.affine = True


class BatchNormGate(ConvShift):
    pass


KINDS: dict[str, Callable[[], nn.Module]] = {
    "Conv1d": lambda: nn.Conv1d(48, 40, 6),
    "Conv2d": lambda: nn.Conv2d(32, 36, 3),
    "Conv2d without bias": lambda: nn.Conv2d(36, 32, 3, bias=False),
    "Conv2d with groups": lambda: nn.Conv2d(128, 80, 3, groups=8),
    "Conv3d": lambda: nn.Conv3d(16, 24, 3),
    "ConvTranspose1d": lambda: nn.ConvTranspose1d(48, 40, 6),
    "ConvTranspose2d": lambda: nn.ConvTranspose2d(32, 36, 3),
    "ConvTranspose3d": lambda: nn.ConvTranspose3d(16, 24, 3),
    "BatchNorm1d": lambda: nn.BatchNorm1d(CHANNELS),
    "BatchNorm2d": lambda: nn.BatchNorm2d(CHANNELS),
    "BatchNorm2d with 20000 channels": lambda: nn.BatchNorm2d(20000),
    "BatchNorm2d without affine": lambda: nn.BatchNorm2d(8, affine=False),
    "BatchNorm3d": lambda: nn.BatchNorm3d(CHANNELS),
    "SyncBatchNorm": lambda: nn.SyncBatchNorm(CHANNELS),
    "Stem(nn.Conv2d)": lambda: Stem(32, 36, 3),
    "Scale(nn.BatchNorm2d)": lambda: Scale(CHANNELS),
    "Linear": lambda: nn.Linear(20, 30),
    "PReLU": nn.PReLU,
    "Embedding": lambda: nn.Embedding(10, 20),
    "LayerNorm": lambda: nn.LayerNorm(12),
    "GroupNorm": lambda: nn.GroupNorm(3, 12),
    "InstanceNorm2d": lambda: nn.InstanceNorm2d(12, affine=True),
    "Block": Block,
    "ConvBlock": ConvBlock,
    "BatchNormBlock": BatchNormBlock,
    "ConvShift": ConvShift,
    "BatchNormGate": BatchNormGate,
}


def model_of(case: Case) -> nn.Module:
    """The model of the case, with the mark everywhere."""
    model = nn.Module() if "" not in case.layers else KINDS[case.layers[""]]()
    for name, kind in case.layers.items():
        if name:
            model.add_module(name, KINDS[kind]())
    model.to(case.where[0].device, getattr(torch, case.dtype)).requires_grad_(not case.frozen)
    with torch.no_grad():
        for _, tensor in tensors_of(model):
            tensor.fill_(MARK)
    return model


def tensors_of(model: nn.Module) -> Iterator[tuple[str, Tensor]]:
    yield from model.named_parameters()
    yield from model.named_buffers()


def drawn(model: nn.Module) -> Iterator[tuple[str, Tensor]]:
    """The weights that are large enough to be measured."""
    for name, tensor in model.named_parameters():
        if name.endswith("weight") and tensor.numel() >= CHANNELS:
            yield name, tensor.detach().double()


def statistics(hand_in: HandIn, case: Case) -> Observations:
    """Mean and standard deviation of the weights."""
    model = model_of(case)
    hand_in.init_weights(model)
    found: Observations = {}
    for name, weight in drawn(model):
        found[f"mean of {name}"] = weight.mean().item()
        found[f"standard deviation of {name}"] = weight.std().item()
    return found


def outliers(hand_in: HandIn, case: Case) -> Observations:
    """How many weights lie far out, for the standard deviation that they have."""
    model = model_of(case)
    hand_in.init_weights(model)
    found: Observations = {}
    for name, weight in drawn(model):
        far = (weight - weight.mean()).abs() > 2 * weight.std()
        found[f"share of {name} beyond two standard deviations"] = far.double().mean().item()
    return found


def biases(hand_in: HandIn, case: Case) -> Observations:
    """The biases."""
    model = model_of(case)
    hand_in.init_weights(model)
    found = [(name, tensor) for name, tensor in model.named_parameters() if name.endswith("bias")]
    return {f"largest entry of {name}": tensor.abs().max().item() for name, tensor in found}


def identity(hand_in: HandIn, case: Case) -> Observations:
    """What comes back, and whether the parameters are still the same objects."""
    model = model_of(case)
    before = dict(model.named_parameters())
    result = hand_in.init_weights(model)
    after = dict(model.named_parameters())
    return {
        "what comes back": "the model itself" if result is model else f"another {type(result).__name__}",
        "parameters of the model": ", ".join(after),
        "parameters that were replaced": ", ".join(n for n in before if after.get(n) is not before[n]) or "none",
        "devices of the parameters": sorted({str(tensor.device) for tensor in after.values()}),
        "parameters that are no leaves": ", ".join(n for n in after if not after[n].is_leaf) or "none",
    }


def changed(hand_in: HandIn, case: Case) -> Observations:
    """The names of the tensors whose values are others than before."""
    model = model_of(case)
    hand_in.init_weights(model)
    others = [name for name, tensor in tensors_of(model) if not (tensor == MARK).all()]
    return {"tensors that changed": ", ".join(others) or "none"}


def state(hand_in: HandIn, case: Case) -> Observations:
    """The statistics, and what else is known about each parameter."""
    model = model_of(case)
    hand_in.init_weights(model)
    found: Observations = {}
    for name, tensor in model.named_parameters():
        found[f"dtype of {name}"] = tensor.dtype
        found[f"{name} requires grad"] = tensor.requires_grad
    for name, weight in drawn(model):
        found[f"mean of {name}"] = weight.mean().item()
        found[f"standard deviation of {name}"] = weight.std().item()
    return found


def randomness(hand_in: HandIn, case: Case) -> Observations:
    """Whether weights are equal that should not be."""
    model = model_of(case)
    hand_in.init_weights(model)
    first = {name: weight.clone() for name, weight in drawn(model)}
    hand_in.init_weights(model)
    again = dict(drawn(model))
    one, other = first.values()
    return {
        "two layers have equal weights": torch.equal(one, other),
        "another call gives equal weights": any(torch.equal(first[name], again[name]) for name in first),
    }
