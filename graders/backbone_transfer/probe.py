"""Cuts small residual networks in two, and looks at names, objects, weights and what the halves compute."""

import io
from typing import Any

import torch
from torch import Tensor, nn

from tutor.probes import Case, HandIn, Observations, gradients


class Block(nn.Module):
    """Adds its input to its output, which no layer in it does."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.conv = nn.Conv1d(channels, channels, 3, padding=1)
        self.norm = nn.BatchNorm1d(channels)

    def forward(self, x: Tensor) -> Any:
        return torch.relu(x + self.norm(self.conv(x)))


class Classifier(nn.Module):
    """The layers that the case names, one after the other, and a flattening before the last."""

    def forward(self, x: Tensor) -> Tensor:
        for name, layer in self.named_children():
            if name == "aux":
                continue
            x = layer(x.flatten(1) if name == "fc" else x)
        return x


def layer(name: str) -> nn.Module:
    if name.startswith("layer"):
        return nn.Sequential(Block(3), Block(3))
    kinds = {
        "conv1": lambda: nn.Conv1d(2, 3, 3),
        "bn1": lambda: nn.BatchNorm1d(3),
        "avgpool": lambda: nn.AdaptiveAvgPool1d(1),
        "fc": lambda: nn.Linear(3, 4),
        "aux": lambda: nn.Conv1d(3, 1, 1),
        "fc_norm": lambda: nn.BatchNorm1d(3),
    }
    return kinds.get(name, nn.ReLU)()


def network(case: Case, seed: int = 1) -> nn.Module:
    """A seeded network with those layers, in eval mode, with running statistics that are not 0 and 1."""
    torch.manual_seed(seed)
    model = Classifier()
    for name in case.layers:
        model.add_module(name, layer(name))
        model.get_submodule(name).known_as = name  # a copy has it too
    for module in model.modules():
        if isinstance(module, nn.BatchNorm1d):
            module.running_mean.uniform_(-0.5, 0.5)
            module.running_var.uniform_(0.5, 2.0)
    return model.to(case.place[0].device, torch.float64).eval()


def halves(hand_in: HandIn, case: Case, model: nn.Module) -> Any:
    arguments = {} if case.drop is None else {"drop": case.drop}
    return hand_in.split_backbone(model, case.cut, **arguments)


def kinds(hand_in: HandIn, case: Case) -> Observations:
    """What kind of things come back."""
    result = halves(hand_in, case, network(case))
    parts = result if isinstance(result, tuple | list) else ()
    return {
        "kind of the result": type(result).__name__,
        "kinds of the parts": [type(part).__name__ for part in parts],
    }


def layers(hand_in: HandIn, case: Case) -> Observations:
    """Which layers of the model each part has, by their names in the model."""
    features, head = halves(hand_in, case, network(case))
    return {
        f"layers in the {title}": " > ".join(str(getattr(m, "known_as", type(m).__name__)) for m in part.children())
        for part, title in ((features, "features"), (head, "head"))
    }


def fit(hand_in: HandIn, case: Case) -> Observations:
    """Loading a file of another network of the kind: how many of its tensors each part finds."""
    saved = io.BytesIO()
    torch.save(network(case, seed=2).state_dict(), saved)
    saved.seek(0)
    state = torch.load(saved, weights_only=True)
    features, head = halves(hand_in, case, network(case))
    found = {
        f"names in the {title}": " > ".join(name for name, _ in part.named_children())
        for part, title in ((features, "features"), (head, "head"))
    }
    counts = {
        f"tensors of the {title}, and those found in the file": (
            len(part.state_dict()),
            len(part.state_dict().keys() & state.keys()),
        )
        for part, title in ((features, "features"), (head, "head"))
    }
    return {**found, **counts}


def computed(hand_in: HandIn, case: Case) -> Observations:
    """What the two parts and the old last layer compute, and the gradient that reaches the input."""
    model = network(case)
    last = model.fc
    numbers = torch.Generator().manual_seed(case.data)
    x = torch.randn(2, 2, 7, generator=numbers, dtype=torch.float64).to(case.place[0].device).requires_grad_()
    features, head = halves(hand_in, case, model)
    logits = last(head(features(x)).flatten(1))
    return {"fc(head(features(x)).flatten(1))": logits, **gradients(logits, x=x)}


def shared(hand_in: HandIn, case: Case) -> Observations:
    """Whether the parts are made of the model's own layers."""
    model = network(case)
    own = {id(module) for module in model.modules()}
    parts = halves(hand_in, case, model)
    copies = [name for part in parts for name, module in part.named_children() if id(module) not in own]
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.fill_(1.0)
    ones = [bool((p == 1).all()) for part in parts for p in part.parameters()]
    return {"layers that are copies": copies, "the parts follow when the model changes": all(ones) and bool(ones)}


def model_afterwards(hand_in: HandIn, case: Case) -> Observations:
    """The model after it was split, and after the parts have been changed."""
    model = network(case)
    before = dict(model.named_children())
    state = {name: tensor.clone() for name, tensor in model.state_dict().items()}
    features, _ = halves(hand_in, case, model)
    if isinstance(features, nn.Sequential):
        features.add_module("neck", nn.ReLU())
    after = dict(model.named_children())
    current = model.state_dict()
    return {
        "layers of the model": " > ".join(after),
        "layers that were replaced": [name for name in before if after.get(name) is not before[name]],
        "tensors that changed": [n for n in state if n not in current or not torch.equal(current[n], state[n])],
        "parameters that are frozen": [name for name, p in model.named_parameters() if not p.requires_grad],
        "modules in training mode": [name or "the model" for name, module in model.named_modules() if module.training],
    }


def refused(hand_in: HandIn, case: Case) -> Observations:
    """Splitting at a place that is not there."""
    return layers(hand_in, case)
