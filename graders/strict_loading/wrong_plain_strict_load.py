"""The error is raised, and by then everything that fits has been copied: the model is half old and half new.

fails: a_refused_state_changes_nothing
"""

from collections.abc import Mapping

from torch import Tensor, nn

PREDICT_1 = True
PREDICT_2 = (2, 2)


def load_atomic(model: nn.Module, state_dict: Mapping[str, Tensor]) -> None:
    model.load_state_dict(state_dict)
