"""An empty state is taken for nothing to do. It lacks every name that the model has.

fails: a_missing_name_raises
"""

from collections.abc import Mapping

from torch import Tensor, nn

PREDICT_1 = True
PREDICT_2 = (2, 2)


def load_atomic(model: nn.Module, state_dict: Mapping[str, Tensor]) -> None:
    own = model.state_dict()
    if not state_dict:
        return
    if own.keys() != state_dict.keys():
        raise RuntimeError("names differ")
    if any(own[name].shape != state_dict[name].shape for name in own):
        raise RuntimeError("shapes differ")
    model.load_state_dict(state_dict)
