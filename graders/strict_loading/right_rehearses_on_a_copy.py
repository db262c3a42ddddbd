"""Loads into a copy first; what fails there is never done to the model."""

import copy
from collections.abc import Mapping

from torch import Tensor, nn

PREDICT_1 = True
PREDICT_2 = (2, 2)


def load_atomic(model: nn.Module, state_dict: Mapping[str, Tensor]) -> None:
    copy.deepcopy(model).load_state_dict(state_dict)
    model.load_state_dict(state_dict)
