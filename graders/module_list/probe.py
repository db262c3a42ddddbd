"""Builds residual networks, gives them known weights and uses them."""

from typing import Any

import torch
from torch import Tensor, nn

from tutor.probes import Case, HandIn, Observations, gradients


def filled(hand_in: HandIn, case: Case) -> nn.Module:
    """A network with the weights of the case, in their dtype."""
    network = hand_in.ResidualMLP(case.x.shape[-1], len(case.biases)).to(case.x.device, case.x.dtype)
    state: dict[str, Any] = {}
    for place, (weight, bias) in enumerate(zip(case.weights, case.biases, strict=True)):
        state |= {f"blocks.{place}.weight": weight, f"blocks.{place}.bias": bias}
    network.load_state_dict(state)
    return network


def called(network: nn.Module, x: Tensor) -> Tensor:
    """The output. PyTorch says NotImplementedError of a container that is called; only a stub may say so here."""
    try:
        return network(x)
    except NotImplementedError as error:
        if not str(error):
            raise
        raise RuntimeError(str(error)).with_traceback(error.__traceback__) from None


def registration(hand_in: HandIn, case: Case) -> Observations:
    """What PyTorch knows of the blocks."""
    network = hand_in.ResidualMLP(case.width, case.depth)
    state = network.double().state_dict()
    return {
        "state_dict": [f"{name} {tuple(value.shape)}" for name, value in state.items()],
        "parameters": len(list(network.parameters())),
        "blocks that are nn.Linear": sum(isinstance(module, nn.Linear) for module in network.modules()),
    }


def first_values(hand_in: HandIn, case: Case) -> Observations:
    """How many different weights a new network has."""
    network = hand_in.ResidualMLP(case.width, case.depth)
    weights = [value for name, value in network.state_dict().items() if name.endswith("weight")]
    return {"different weights": len({str(weight.tolist()) for weight in weights})}


def output(hand_in: HandIn, case: Case) -> Observations:
    """The output, and which inputs changed."""
    return {"output": called(filled(hand_in, case), case.x), "inputs that changed": case.changed_inputs()}


def hooks(hand_in: HandIn, case: Case) -> Observations:
    """How often the hooks on the blocks fire during one call."""
    network, fired = filled(hand_in, case), []
    for module in network.modules():
        if isinstance(module, nn.Linear):
            module.register_forward_hook(lambda *_: fired.append(True))
    called(network, case.x)
    return {"hooks that fired": len(fired)}


def backward(hand_in: HandIn, case: Case) -> Observations:
    """The gradients that reach the input and every parameter."""
    network = filled(hand_in, case)
    return gradients(called(network, case.x * torch.ones_like(case.x)), x=case.x, **dict(network.named_parameters()))
