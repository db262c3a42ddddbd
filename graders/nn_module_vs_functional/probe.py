"""Builds a Projection, gives it known weights and uses it in both modes."""

from collections.abc import Iterable

import torch
from torch import nn

from tutor.probes import Case, HandIn, Observations, gradients


def built(hand_in: HandIn, case: Case) -> nn.Module:
    """A new Projection with the parameters of the case; what it drops depends on no numbers drawn before."""
    module = hand_in.Projection(case.mean, **case.options)
    with torch.no_grad():
        for name, parameter in module.named_parameters():
            parameter.copy_(getattr(case, name))
    torch.manual_seed(0)
    return module


def state(hand_in: HandIn, case: Case) -> Observations:
    """What an optimizer is given, what else moves with the module, and what is saved."""
    module = hand_in.Projection(case.mean, **case.options)
    return {
        "parameters": listed(name for name, _ in module.named_parameters()),
        "buffers": listed(name for name, _ in module.named_buffers()),
        "state_dict": listed(module.state_dict()),
    }


def listed(names: Iterable[str]) -> str:
    """Names in the order of the alphabet."""
    return ", ".join(sorted(names)) or "none"


def sizes(hand_in: HandIn, case: Case) -> Observations:
    """The shapes and dtypes of what is saved; the first values of the parameters are free."""
    saved = hand_in.Projection(case.mean, **case.options).state_dict()
    return {name: tensor.to("meta") for name, tensor in saved.items()}


def in_eval_mode(hand_in: HandIn, case: Case) -> Observations:
    """The output in eval mode, and which inputs changed."""
    module = built(hand_in, case).eval()
    return {"output": module(case.x), "inputs that changed": case.changed_inputs()}


def in_training_mode(hand_in: HandIn, case: Case) -> Observations:
    """The output of a new module, which is in training mode."""
    return {"output": built(hand_in, case)(case.x)}


def inside_a_network(hand_in: HandIn, case: Case) -> Observations:
    """How much is dropped when the mode of a whole network is changed."""
    network = nn.Sequential(built(hand_in, case))
    network.eval()
    quiet = network(case.x)
    network.train()
    loud = network(case.x)
    return {
        "values dropped after network.eval()": int((quiet == 0).sum()),
        "something is dropped after network.train()": bool((loud == 0).any()),
    }


def survivors(hand_in: HandIn, case: Case) -> Observations:
    """By which factors training mode changes the values, and whether each row loses others."""
    module = built(hand_in, case)
    trained = module(case.x)
    factors = (trained / module.eval()(case.x)).detach().nan_to_num(nan=-1.0)
    found = sorted({round(factor, 4) + 0.0 for factor in factors.flatten().tolist()})
    gaps = {tuple(row) for row in (factors == 0).tolist()}
    return {"factors": found[:4], "all rows lose the same features": len(gaps) == 1}


def checkpoint(hand_in: HandIn, case: Case) -> Observations:
    """The output after a checkpoint with another mean has been loaded."""
    module = hand_in.Projection(case.mean, **case.options)
    module.load_state_dict({"weight": case.weight, "bias": case.bias, "mean": case.saved_mean})
    torch.manual_seed(0)
    return {"output": module.eval()(case.x)}


def backward(hand_in: HandIn, case: Case) -> Observations:
    """The gradients that reach the input and the parameters."""
    module = built(hand_in, case).eval()
    return gradients(module(case.x), x=case.x, **dict(module.named_parameters()))


def whereabouts(hand_in: HandIn, case: Case) -> Observations:
    """The devices of the parameters of a module whose mean is on a device without memory."""
    module = hand_in.Projection(case.mean.to("meta"), **case.options)
    return {f"device of {name}": parameter.device.type for name, parameter in module.named_parameters()}
