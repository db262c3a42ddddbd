"""Each of the model's names is looked up in the state, and what else the state has is never seen.

fails: an_unexpected_name_raises
"""

from collections.abc import Mapping

from torch import Tensor, nn

PREDICT_1 = True
PREDICT_2 = (2, 2)


def load_atomic(model: nn.Module, state_dict: Mapping[str, Tensor]) -> None:
    own = model.state_dict()
    if not own.keys() <= state_dict.keys():
        raise RuntimeError("missing names")
    if any(own[name].shape != state_dict[name].shape for name in own):
        raise RuntimeError("shapes differ")
    model.load_state_dict({name: state_dict[name] for name in own})
