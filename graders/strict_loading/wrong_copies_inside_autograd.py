"""The values are copied into parameters while autograd is watching, and a leaf that requires a gradient may not be changed then.

fails: everything_is_loaded
"""

from collections.abc import Mapping

from torch import Tensor, nn

PREDICT_1 = True
PREDICT_2 = (2, 2)


def load_atomic(model: nn.Module, state_dict: Mapping[str, Tensor]) -> None:
    own = model.state_dict(keep_vars=True)
    if own.keys() != state_dict.keys():
        raise RuntimeError("names differ")
    if any(own[name].shape != state_dict[name].shape for name in own):
        raise RuntimeError("shapes differ")
    for name in own:
        own[name].copy_(state_dict[name])
