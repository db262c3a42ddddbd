"""A deep copy of the state, put back unless everything went well."""

import copy
from collections.abc import Mapping

from torch import Tensor, nn

PREDICT_1 = True
PREDICT_2 = (2, 2)


def load_atomic(model: nn.Module, state_dict: Mapping[str, Tensor]) -> None:
    old, done = copy.deepcopy(model.state_dict()), False
    try:
        answer = model.load_state_dict(state_dict, strict=False)
        if answer.missing_keys or answer.unexpected_keys:
            raise RuntimeError(str(answer))
        done = True
    finally:
        if not done:
            model.load_state_dict(old)
