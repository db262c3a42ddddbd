"""Shapes are compared before anything is copied, names are not: a missing or unexpected name is noticed too late.

fails: a_refused_state_changes_nothing
"""

from collections.abc import Mapping

from torch import Tensor, nn

PREDICT_1 = True
PREDICT_2 = (2, 2)


def load_atomic(model: nn.Module, state_dict: Mapping[str, Tensor]) -> None:
    own = model.state_dict()
    for name, tensor in state_dict.items():
        if name in own and own[name].shape != tensor.shape:
            raise RuntimeError(f"{name} has another shape")
    model.load_state_dict(state_dict)
