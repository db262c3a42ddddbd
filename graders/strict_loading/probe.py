"""Loads states into a small network with parameters and buffers, some of which do not fit."""

from collections import OrderedDict
from typing import Any

import torch
from torch import Tensor, nn

from tutor.probes import Case, HandIn, Observations


def network(case: Case) -> nn.Module:
    """A seeded network, where the case's tensors are; its last layer is in eval mode."""
    if case.empty:
        return nn.Sequential(nn.ReLU())
    layers = OrderedDict[str, nn.Module](
        conv=nn.Conv1d(2, 3, 3),
        norm=nn.BatchNorm1d(3),
        block=nn.Sequential(OrderedDict(hidden=nn.Linear(4, 4))),
        head=nn.Linear(4, 3),
    )
    layers["conv"].requires_grad_(False)
    layers["head"].eval()
    return nn.Sequential(layers).to(case.like[0].device, case.like[0].dtype)


def state(case: Case) -> dict[str, Tensor]:
    """The state as it comes from a file: on the CPU, wherever the model is."""
    tensors = case.state.items()
    return {name: tensor.detach().cpu().requires_grad_(tensor.requires_grad) for name, tensor in tensors}


def load(hand_in: HandIn, case: Case, model: nn.Module, tensors: dict[str, Tensor]) -> Any:
    return hand_in.load_atomic(model, tensors)


def weights(hand_in: HandIn, case: Case) -> Observations:
    """Every tensor of the model after loading, and what is returned."""
    model = network(case)
    returned = load(hand_in, case, model, state(case))
    return {"model": model.state_dict(), "returned": returned}


def refused(hand_in: HandIn, case: Case) -> Observations:
    """Loading a state that does not fit."""
    load(hand_in, case, network(case), state(case))
    return {"it was loaded": True}


def untouched(hand_in: HandIn, case: Case) -> Observations:
    """Which tensors of the model have other values after a state was refused."""
    model = network(case)
    before = {name: tensor.clone() for name, tensor in model.state_dict().items()}
    versions = {name: tensor._version for name, tensor in model.state_dict().items()}
    parameters = dict(model.named_parameters())
    try:
        load(hand_in, case, model, state(case))
    except NotImplementedError:
        raise
    except Exception:
        pass  # which error it was, and whether there was one, is another check's business
    after = model.state_dict()
    same_objects = all(parameters.get(name) is parameter for name, parameter in model.named_parameters())
    changed = [name for name in before if name not in after or not torch.equal(after[name], before[name])]
    again = any(after[name]._version > versions[name] + 1 for name in changed if name in after)
    return {
        "parameters that changed": listed([name for name in changed if name in parameters]),
        "buffers that changed": listed([name for name in changed if name not in parameters]),
        "parameters are the same objects": same_objects,
        "something was written twice": again,
    }


def identity(hand_in: HandIn, case: Case) -> Observations:
    """Whether the model still has its own tensors, and whether the state follows when they change."""
    model, loaded = network(case), state(case)
    before = dict(model.named_parameters())
    copies = {name: tensor.clone() for name, tensor in loaded.items()}
    load(hand_in, case, model, loaded)
    after = dict(model.named_parameters())
    with torch.no_grad():
        for tensor in model.state_dict().values():
            tensor += 1
    return {
        "parameters that were replaced": listed([name for name in before if after.get(name) is not before[name]]),
        "frozen parameters": listed([name for name, value in after.items() if not value.requires_grad]),
        "modules in training mode": listed(
            [name for name, module in model.named_modules() if module.training and name]
        ),
        "dtypes of the model": {name: value.dtype for name, value in model.state_dict().items()},
        "tensors of the state that follow the model": listed(
            [name for name in copies if name in loaded and not torch.equal(loaded[name], copies[name])]
        ),
    }


def callers_state(hand_in: HandIn, case: Case) -> Observations:
    """The state after it was loaded, or refused."""
    loaded = state(case)
    copies = {name: tensor.clone() for name, tensor in loaded.items()}
    try:
        load(hand_in, case, network(case), loaded)
    except NotImplementedError:
        raise
    except Exception:
        pass
    changed = [name for name in copies if name in loaded and not torch.equal(loaded[name], copies[name])]
    return {
        "names in the state": listed(loaded),
        "tensors of the state that changed": listed(changed),
        "inputs that changed": case.changed_inputs(),
    }


def listed(names: Any) -> str:
    return ", ".join(names) or "none"
