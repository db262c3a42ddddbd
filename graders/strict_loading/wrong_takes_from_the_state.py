"""The names that were compared are gone from the caller's state.

fails: the_state_is_left_alone
"""

from collections.abc import Mapping

from torch import Tensor, nn

PREDICT_1 = True
PREDICT_2 = (2, 2)


def load_atomic(model: nn.Module, state_dict: Mapping[str, Tensor]) -> None:
    own = model.state_dict()
    taken = {name: state_dict.pop(name) for name in own if name in state_dict}
    if state_dict or own.keys() != taken.keys():
        raise RuntimeError("names differ")
    if any(own[name].shape != taken[name].shape for name in own):
        raise RuntimeError("shapes differ")
    model.load_state_dict(taken)
