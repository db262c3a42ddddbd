"""Something is returned: PyTorch's two lists of names. Here a load that comes back has worked, and there is nothing to say.

fails: everything_is_loaded
"""

from collections.abc import Mapping

from torch import Tensor, nn

PREDICT_1 = True
PREDICT_2 = (2, 2)


def load_atomic(model: nn.Module, state_dict: Mapping[str, Tensor]) -> None:
    own = model.state_dict()
    if own.keys() != state_dict.keys():
        raise RuntimeError("names differ")
    if any(own[name].shape != state_dict[name].shape for name in own):
        raise RuntimeError("shapes differ")
    return model.load_state_dict(state_dict)
