"""Runs blocks for small models in several places, and looks for which devices autocast is on."""

from typing import Any

import torch
from torch import nn

from tutor.probes import Case, HandIn, Observations


class Table(nn.Module):
    """One buffer, and nothing that is learned."""

    def __init__(self, saved: bool = True) -> None:
        super().__init__()
        self.register_buffer("table", torch.arange(3.0), persistent=saved)


NETWORKS = {
    "linear": lambda: nn.Linear(3, 2),
    "deep": lambda: nn.Sequential(nn.Tanh(), nn.Sequential(nn.ReLU(), nn.Linear(3, 3))),
    "buffer": Table,
    "no_tensors": nn.ReLU,
    "meta": lambda: nn.Linear(3, 2, device="meta"),
    "meta_buffer": lambda: Table().to("meta"),
    "meta_cache": lambda: Table(saved=False).to("meta"),
}


def network(case: Case) -> nn.Module:
    """The model of the case, with autocast off everywhere, whatever an earlier case left behind."""
    for device in ("cpu", "cuda"):
        torch.set_autocast_enabled(device, False)
    torch.set_autocast_dtype("cpu", torch.bfloat16)
    torch.set_autocast_dtype("cuda", torch.float16)
    torch.autocast_increment_nesting()
    for _ in range(torch.autocast_decrement_nesting()):
        torch.autocast_decrement_nesting()
    torch.clear_autocast_cache()
    model = NETWORKS[case.network]()
    return model if "meta" in case.network else model.to(case.place[0].device)


def autocast_is_on_for() -> str:
    return ", ".join(device for device in ("cpu", "cuda") if torch.is_autocast_enabled(device)) or "no device"


def product(case: Case) -> Any:
    """The dtype of a product of float32 matrices where the model is."""
    device = "cpu" if case.network == "no_tensors" or "meta" in case.network else case.place[0].device
    x = torch.ones(2, 2, device=device)
    return (x @ x).dtype


def inside(hand_in: HandIn, case: Case) -> Observations:
    """For which devices autocast is on during the block, and the dtype of a product there."""
    with hand_in.autocast_for(network(case), **case.options):
        return {"autocast is on inside for": autocast_is_on_for(), "dtype of a product inside": product(case)}


def inside_another(hand_in: HandIn, case: Case) -> Observations:
    """The same inside an autocast for the CPU."""
    model = network(case)
    with torch.autocast("cpu"), hand_in.autocast_for(model, **case.options):
        return {"autocast is on inside for": autocast_is_on_for(), "dtype of a product inside": product(case)}


def afterwards(hand_in: HandIn, case: Case) -> Observations:
    """The same after the block."""
    with hand_in.autocast_for(network(case), **case.options):
        pass
    return {"autocast is on afterwards for": autocast_is_on_for(), "dtype of a product afterwards": product(case)}


def before(hand_in: HandIn, case: Case) -> Observations:
    """The same between the call and the block, and inside the block."""
    manager = hand_in.autocast_for(network(case), **case.options)
    seen = {"autocast is on before the block for": autocast_is_on_for()}
    with manager:
        return {**seen, "autocast is on inside for": autocast_is_on_for()}


def interrupted(hand_in: HandIn, case: Case) -> Observations:
    """What becomes of an exception, and of autocast."""
    raised = {"ValueError": ValueError, "RuntimeError": RuntimeError}[case.error]("from inside the block")
    arrived, is_inside = "nothing", False
    try:
        with hand_in.autocast_for(network(case), **case.options):
            is_inside = True
            raise raised
    except Exception as caught:
        if not is_inside:
            raise
        arrived = case.error if caught is raised else f"another one ({type(caught).__name__})"
    return {"exception that arrives": arrived, "autocast is on afterwards for": autocast_is_on_for()}


def around(hand_in: HandIn, case: Case) -> Observations:
    """A product inside the block, and one after it, inside an autocast of the caller's own."""
    model = network(case)
    with torch.autocast(case.place[0].device.type, dtype=case.outer):
        with hand_in.autocast_for(model, **case.options):
            seen = {"dtype of a product inside": product(case)}
        return {**seen, "dtype of a product after the block": product(case)}


def nested(hand_in: HandIn, case: Case) -> Observations:
    """Two blocks, one inside the other."""
    model = network(case)
    with hand_in.autocast_for(model, **case.options):
        with hand_in.autocast_for(model, **case.options):
            pass
        between = autocast_is_on_for()
    return {
        "autocast is on after the inner block for": between,
        "autocast is on after the outer block for": autocast_is_on_for(),
    }


def second_block(hand_in: HandIn, case: Case) -> Observations:
    """What the model computes in two blocks, between which its parameters become 0."""
    model = network(case)
    x = torch.ones(1, 3, device=case.place[0].device)
    seen = {}
    for value, name in ((1.0, "output in the first block"), (0.0, "output in the second block")):
        with torch.no_grad():
            for parameter in model.parameters():
                parameter.fill_(value)
        with hand_in.autocast_for(model, **case.options):
            seen[name] = model(x).detach().float()
    return seen


def model_afterwards(hand_in: HandIn, case: Case) -> Observations:
    """The parameters of the model after a block."""
    model = network(case)
    with hand_in.autocast_for(model, **case.options):
        pass
    return {name: parameter.detach() for name, parameter in model.named_parameters()}
