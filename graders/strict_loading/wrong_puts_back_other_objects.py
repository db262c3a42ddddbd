"""After the error the model has its old values in new parameter objects, and an optimizer that was built before holds others.

fails: a_refused_state_changes_nothing
"""

import copy
from collections.abc import Mapping

from torch import Tensor, nn

PREDICT_1 = True
PREDICT_2 = (2, 2)


def load_atomic(model: nn.Module, state_dict: Mapping[str, Tensor]) -> None:
    backup = copy.deepcopy(model.state_dict())
    try:
        model.load_state_dict(state_dict)
    except RuntimeError:
        model.load_state_dict(backup, assign=True)
        raise
