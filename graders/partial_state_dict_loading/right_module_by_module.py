"""Recursion over the module tree, one module's own tensors at a time."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import torch
from torch import Tensor, nn

PREDICT_1 = "RuntimeError"
PREDICT_2 = (0, "<All keys matched successfully>")


class LoadReport(NamedTuple):
    loaded: list[str]
    missing: list[str]
    unexpected: list[str]
    mismatched: list[str]


def own_tensors(module: nn.Module, prefix: str = "") -> Iterator[tuple[str, Tensor]]:
    for name, tensor in {**module._parameters, **module._buffers}.items():
        if tensor is not None and name not in module._non_persistent_buffers_set:
            yield prefix + name, tensor
    for name, child in module.named_children():
        yield from own_tensors(child, f"{prefix}{name}.")


@torch.no_grad()
def load_matching(model: nn.Module, pretrained: Mapping[str, Tensor]) -> LoadReport:
    own = dict(own_tensors(model))
    verdict: dict[str, str] = {}
    for name in own.keys() | pretrained.keys():
        match own.get(name), pretrained.get(name):
            case (None, _):
                verdict[name] = "unexpected"
            case (_, None):
                verdict[name] = "missing"
            case (mine, theirs) if mine.shape == theirs.shape:
                mine[...] = theirs
                verdict[name] = "loaded"
            case _:
                verdict[name] = "mismatched"
    return LoadReport(*(sorted(n for n, v in verdict.items() if v == kind) for kind in LoadReport._fields))
