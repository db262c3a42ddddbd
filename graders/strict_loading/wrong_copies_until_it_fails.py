"""Tensors are compared one after the other and copied at once, so those before the first misfit are new.

fails: a_refused_state_changes_nothing
"""

from collections.abc import Mapping

from torch import Tensor, nn

PREDICT_1 = True
PREDICT_2 = (2, 2)


def load_atomic(model: nn.Module, state_dict: Mapping[str, Tensor]) -> None:
    own = model.state_dict()
    if own.keys() != state_dict.keys():
        raise RuntimeError("names differ")
    for name in own:
        if own[name].shape != state_dict[name].shape:
            raise RuntimeError(f"{name} has another shape")
        own[name].copy_(state_dict[name])
