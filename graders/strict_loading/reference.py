"""Compares names and shapes, and loads only when all of them fit."""

from collections.abc import Mapping

from torch import Tensor, nn

PREDICT_1 = True
PREDICT_2 = (2, 2)


def load_atomic(model: nn.Module, state_dict: Mapping[str, Tensor]) -> None:
    own = model.state_dict()
    if own.keys() != state_dict.keys():
        raise RuntimeError(f"names on one side only: {sorted(own.keys() ^ state_dict.keys())}")
    if misfits := [name for name in own if own[name].shape != state_dict[name].shape]:
        raise RuntimeError(f"shapes differ: {misfits}")
    model.load_state_dict(state_dict)
