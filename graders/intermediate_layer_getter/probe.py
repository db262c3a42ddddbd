"""Wraps small networks the way a detector wraps its backbone."""

from collections import OrderedDict
from typing import Any

import torch
from torch import Tensor, nn

from tutor.probes import Case, HandIn, Observations, gradients


class ConvNet(nn.Sequential):
    """Convolutions, then a linear layer behind a flattening that no child does."""

    def forward(self, x: Tensor) -> Tensor:
        *features, head = self.children()
        for layer in features:
            x = layer(x)
        return head(x.mean((2, 3)))


def network(case: Case) -> nn.Module:
    """A seeded network with the children the case names, where the case's input is."""
    make = conv_net if case.x.dim() == 4 else dense_net
    return make(case.children, case.x.shape[1]).to(case.x.device, case.x.dtype)


def dense_net(names: list[str], width: int) -> nn.Module:
    return nn.Sequential(OrderedDict((name, nn.Sequential(nn.Linear(width, width), nn.Tanh())) for name in names))


def conv_net(names: list[str], channels: int) -> nn.Module:
    layers: list[tuple[str, nn.Module]] = []
    for place, name in enumerate(names[:-1]):
        conv = nn.Conv2d(channels, channels + 1, 3, stride=1 + place % 2, padding=1)
        layers.append((name, nn.Sequential(conv, nn.BatchNorm2d(channels + 1), nn.ReLU())))
        channels += 1
    return ConvNet(OrderedDict([*layers, (names[-1], nn.Linear(channels, 10))]))


def construction(hand_in: HandIn, case: Case) -> Observations:
    """Whether the names are accepted."""
    hand_in.IntermediateLayerGetter(network(case), case.return_layers)
    return {"accepted": True}


def callers_dict(hand_in: HandIn, case: Case) -> Observations:
    """The caller's dict once the getter is built."""
    hand_in.IntermediateLayerGetter(network(case), case.return_layers)
    return {"return_layers afterwards": case.return_layers}


def ownership(hand_in: HandIn, case: Case) -> Observations:
    """Whose modules the getter holds, and whether it is a module itself."""
    model = network(case)
    getter = hand_in.IntermediateLayerGetter(model, case.return_layers)
    held, own = submodules(getter), set(model.modules())
    layers = [module for module in held if not list(module.children())]
    model.eval()
    return {
        "the getter is an nn.Module": isinstance(getter, nn.Module),
        "the getter holds layers of the model": any(layer in own for layer in layers),
        "layers in the getter that are not the model's": sum(layer not in own for layer in layers),
        "layers still in training mode after model.eval()": sum(layer.training for layer in layers),
    }


def submodules(getter: Any) -> set[nn.Module]:
    """Every module inside the getter; none when it is no module."""
    return set(getter.modules()) - {getter} if isinstance(getter, nn.Module) else set()


def children(hand_in: HandIn, case: Case) -> Observations:
    """Which of the model's children the getter holds."""
    model = network(case)
    held = submodules(hand_in.IntermediateLayerGetter(model, case.return_layers))
    return {"children kept": " > ".join(name for name, child in model.named_children() if child in held)}


def parameter_names(hand_in: HandIn, case: Case) -> Observations:
    """The keys of the getter's state dict."""
    getter = hand_in.IntermediateLayerGetter(network(case), case.return_layers)
    return {"keys of state_dict()": ", ".join(sorted(getter.state_dict()))}


def output_names(hand_in: HandIn, case: Case) -> Observations:
    """What kind of thing the output is, and its keys."""
    output = hand_in.IntermediateLayerGetter(network(case), case.return_layers)(case.x)
    return {"output": dict.fromkeys(output, "features") if isinstance(output, dict) else output}


def features(hand_in: HandIn, case: Case) -> Observations:
    """The features, and whether the input was changed on the way."""
    output = hand_in.IntermediateLayerGetter(network(case), case.return_layers)(case.x)
    return {"features": output, "inputs that changed": case.changed_inputs()}


def children_and_features(hand_in: HandIn, case: Case) -> Observations:
    """Which children are kept, and what comes out in which order."""
    return {**children(hand_in, case), **features(hand_in, case)}


def execution(hand_in: HandIn, case: Case) -> Observations:
    """The model's children in the order in which they are called, as hooks on them see it."""
    model, ran = network(case), []
    for name, child in model.named_children():
        child.register_forward_hook(lambda *_, name=name: ran.append(name))
    hand_in.IntermediateLayerGetter(model, case.return_layers)(case.x)
    return {"layers called": " > ".join(ran) or "none"}


def backward(hand_in: HandIn, case: Case) -> Observations:
    """The gradients that one feature map sends back to the input and to the original model."""
    model = network(case)
    output = hand_in.IntermediateLayerGetter(model, case.return_layers)(case.x)
    last = next(reversed(output.values()))
    return gradients(last, x=case.x, **dict(model.named_parameters()))


def two_calls(hand_in: HandIn, case: Case) -> Observations:
    """The output of a second call."""
    getter = hand_in.IntermediateLayerGetter(network(case), case.return_layers)
    getter(torch.zeros_like(case.x))
    return {"second output": getter(case.x)}
