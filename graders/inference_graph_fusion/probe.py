"""Builds a convolution and a batch norm from the tensors of a case, and uses what they are folded into."""

from typing import Any

import torch
from torch import Tensor, nn

from tutor.probes import Case, HandIn, Observations, gradients


def layers(case: Case) -> tuple[nn.Conv2d, nn.BatchNorm2d]:
    """Both layers in eval mode, with the case's own tensors in them."""
    weight, options = case.weight, dict(case.options)
    out, inside, *kernel = weight.shape
    made: dict[str, Any] = {"device": weight.device, "dtype": weight.dtype}
    conv = nn.Conv2d(
        inside * options.get("groups", 1), out, tuple(kernel), bias=case.bias is not None, **options, **made
    )
    conv.weight = nn.Parameter(weight)
    if case.bias is not None:
        conv.bias = nn.Parameter(case.bias)
    bn = nn.BatchNorm2d(out, eps=case.eps, affine=case.gamma is not None, **made)
    if case.gamma is not None:
        bn.weight, bn.bias = nn.Parameter(case.gamma), nn.Parameter(case.beta)
    bn.running_mean, bn.running_var = case.mean, case.var
    return conv.eval(), bn.eval()


def output(hand_in: HandIn, case: Case) -> Observations:
    """What the folded layer computes."""
    fused = hand_in.fold_bn(*layers(case))
    return {"what fold_bn returns": in_words(fused), "fused(x)": fused(case.x)}


def in_words(value: object) -> str:
    return "a Conv2d" if isinstance(value, nn.Conv2d) else f"not a Conv2d but a {type(value).__name__}"


def input_gradient(hand_in: HandIn, case: Case) -> Observations:
    """The gradient that reaches the input through the folded layer."""
    return gradients(hand_in.fold_bn(*layers(case))(case.x), x=case.x)


def ownership(hand_in: HandIn, case: Case) -> Observations:
    """Both layers after the call, and after the folded one has been overwritten."""
    conv, bn = layers(case)
    before = {name: tensor.clone() for name, tensor in state_of(conv, bn).items()}
    fused = hand_in.fold_bn(conv, bn)
    changed = differing(before, state_of(conv, bn))
    with torch.no_grad():
        for tensor in fused.state_dict().values():
            tensor.fill_(7)
    return {
        "what fold_bn returns": "conv itself" if fused is conv else in_words(fused),
        "inputs that changed": changed,
        "tensors shared with the result": [] if changed else differing(before, state_of(conv, bn)),
    }


def state_of(conv: nn.Module, bn: nn.Module) -> dict[str, Tensor]:
    found = {}
    for prefix, module in (("conv", conv), ("bn", bn)):
        found |= {f"{prefix}.{name}": tensor.detach() for name, tensor in module.state_dict().items()}
    return found


def differing(before: dict[str, Tensor], after: dict[str, Tensor]) -> list[str]:
    """The names whose values are others; a name that came or went counts as well."""
    both = before.keys() & after.keys()
    return [name for name in {**before, **after} if name not in both or not torch.equal(before[name], after[name])]


def placed(hand_in: HandIn, case: Case) -> Observations:
    """What of the result is not where the layers are, when new tensors land on another device by default."""
    conv, bn = layers(case)
    with torch.device("meta"):
        fused = hand_in.fold_bn(conv, bn)
    elsewhere = [name for name, tensor in fused.state_dict().items() if tensor.device != conv.weight.device]
    return {"tensors on another device": ", ".join(elsewhere) or "none"}
