"""Names are compared before anything is copied, shapes are not: a head of another size is noticed too late.

fails: a_refused_state_changes_nothing
"""

from collections.abc import Mapping

from torch import Tensor, nn

PREDICT_1 = True
PREDICT_2 = (2, 2)


def load_atomic(model: nn.Module, state_dict: Mapping[str, Tensor]) -> None:
    if model.state_dict().keys() != state_dict.keys():
        raise RuntimeError("names differ")
    model.load_state_dict(state_dict)
