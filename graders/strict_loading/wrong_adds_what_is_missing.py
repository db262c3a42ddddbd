"""Names that were missing are now in the caller's state, with the model's own values.

fails: the_state_is_left_alone
"""

from collections.abc import Mapping

from torch import Tensor, nn

PREDICT_1 = True
PREDICT_2 = (2, 2)


def load_atomic(model: nn.Module, state_dict: Mapping[str, Tensor]) -> None:
    own = model.state_dict()
    complete = own.keys() == state_dict.keys()
    for name in own:
        state_dict.setdefault(name, own[name].clone())
    if not complete or any(own[name].shape != state_dict[name].shape for name in own):
        raise RuntimeError("the state does not fit")
    model.load_state_dict(state_dict)
