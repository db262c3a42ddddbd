"""Compares sorted lists of names and shapes, then copies tensor by tensor."""

from collections.abc import Mapping

import torch
from torch import Tensor, nn

PREDICT_1 = True
PREDICT_2 = (2, 2)


def load_atomic(model: nn.Module, state_dict: Mapping[str, Tensor]) -> None:
    def outline(tensors):
        return sorted((name, tuple(t.shape)) for name, t in tensors.items())

    own = model.state_dict()
    if outline(own) != outline(state_dict):
        raise RuntimeError("the state does not fit")
    with torch.no_grad():
        for name, tensor in own.items():
            tensor[...] = state_dict[name]
