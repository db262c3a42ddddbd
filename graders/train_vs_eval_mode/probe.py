"""Borrows small networks in a with block, and looks at every module before, during and after it."""

from collections import OrderedDict

import torch
from torch import Tensor, nn

from tutor.probes import Case, HandIn, Observations


def network(case: Case) -> nn.Module:
    """A seeded network in which exactly the modules that the case names are in training mode.

    With `shared`, a block at its end holds the norm of the first block once more.
    """
    block = nn.Sequential(OrderedDict(conv=nn.Conv1d(2, 3, 3), norm=nn.BatchNorm1d(3), drop=nn.Dropout(0.5)))
    model = nn.Sequential(OrderedDict(block=block, act=nn.Tanh(), head=nn.Conv1d(3, 3, 1))).double()
    if case.shared:
        model.add_module("tail", nn.Sequential(OrderedDict(again=block.norm)))
    for name, module in model.named_modules():
        module.training = (name or "net") in case.training
    return model


def training(model: nn.Module) -> str:
    """The modules that are in training mode, by name."""
    return ", ".join(name or "net" for name, module in model.named_modules() if module.training) or "none"


def inputs() -> Tensor:
    return torch.linspace(-2, 3, 24, dtype=torch.float64).reshape(2, 2, 6)


def yielded(hand_in: HandIn, case: Case) -> Observations:
    """What the block is given."""
    model = network(case)
    with hand_in.evaluating(model) as given:
        return {"after `as`": named(given, model)}


def named(given: object, model: nn.Module) -> str:
    """What the block is given, in words."""
    if given is model:
        return "the model"
    return "nothing" if given is None else f"another {type(given).__name__}"


def inside(hand_in: HandIn, case: Case) -> Observations:
    """The modes during the block."""
    model = network(case)
    with hand_in.evaluating(model):
        return {"modules in training mode inside": training(model)}


def autograd(hand_in: HandIn, case: Case) -> Observations:
    """Whether gradients are recorded inside and afterwards, and those that a backward pass inside gives."""
    model = network(case)
    with torch.set_grad_enabled(case.enabled):
        with hand_in.evaluating(model):
            seen = {"gradients are recorded inside": torch.is_grad_enabled()}
            output = model(inputs())
            if output.requires_grad:
                output.square().sum().backward()
        seen["gradients are recorded afterwards"] = torch.is_grad_enabled()
    frozen = ", ".join(name for name, parameter in model.named_parameters() if not parameter.requires_grad)
    gradients = {name: parameter.grad for name, parameter in model.named_parameters()}
    return {**seen, "parameters that are frozen": frozen or "none", "gradients": gradients}


def after(hand_in: HandIn, case: Case) -> Observations:
    """The modes when the block is over."""
    model = network(case)
    with hand_in.evaluating(model):
        model(inputs())
    return {"modules in training mode afterwards": training(model)}


def switched_inside(hand_in: HandIn, case: Case) -> Observations:
    """The modes after a block that switches the model to training mode itself."""
    model = network(case)
    with hand_in.evaluating(model) as given:
        given.train()
    return {"modules in training mode afterwards": training(model)}


def interrupted(hand_in: HandIn, case: Case) -> Observations:
    """What becomes of an exception raised inside, and of the modes."""
    model = network(case)
    raised = {"ValueError": ValueError, "KeyboardInterrupt": KeyboardInterrupt}[case.error]("from inside the block")
    arrived, is_inside = "nothing", False
    try:
        with hand_in.evaluating(model):
            is_inside = True
            raise raised
    except BaseException as caught:
        if not is_inside:
            raise
        arrived = case.error if caught is raised else f"another one ({type(caught).__name__})"
    return {"exception that arrives": arrived, "modules in training mode afterwards": training(model)}


def nested(hand_in: HandIn, case: Case) -> Observations:
    """The modes after the inner and after the outer of two blocks."""
    model = network(case)
    inner = model.get_submodule(case.inner)
    with hand_in.evaluating(model):
        with hand_in.evaluating(inner):
            model(inputs())
        between = training(model)
    return {
        "in training mode after the inner block": between,
        "in training mode after the outer block": training(model),
    }


def twice(hand_in: HandIn, case: Case) -> Observations:
    """The modes after two blocks, between which the model was switched."""
    model = network(case)
    with hand_in.evaluating(model):
        first = training(model)
    model.train()
    with hand_in.evaluating(model):
        second = training(model)
    return {"in training mode in the first block": first, "in the second block": second, "afterwards": training(model)}


def before(hand_in: HandIn, case: Case) -> Observations:
    """The modes once the context manager exists, and before its block is entered."""
    model = network(case)
    manager = hand_in.evaluating(model)
    seen = {"in training mode before the block": training(model)}
    model.train()
    with manager:
        pass
    return {**seen, "in training mode afterwards": training(model)}


def values(hand_in: HandIn, case: Case) -> Observations:
    """Every tensor of the model after a block that does one step of training by hand."""
    model = network(case)
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.copy_(torch.linspace(-1, 1, parameter.numel(), dtype=torch.float64).reshape(parameter.shape))
        model.block.norm.running_mean += 0.5
    with hand_in.evaluating(model):
        output = model(inputs())
        with torch.no_grad():
            model.head.bias += 1
    return {"output inside": output, "model afterwards": model.state_dict()}
