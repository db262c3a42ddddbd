"""A tensor with the right number of elements is poured into another shape, and each value lands in a place it was not learned for.

fails: another_shape_raises
"""

from collections.abc import Mapping

from torch import Tensor, nn

PREDICT_1 = True
PREDICT_2 = (2, 2)


def load_atomic(model: nn.Module, state_dict: Mapping[str, Tensor]) -> None:
    own = model.state_dict()
    if own.keys() != state_dict.keys():
        raise RuntimeError("names differ")
    if any(own[name].numel() != state_dict[name].numel() for name in own):
        raise RuntimeError("sizes differ")
    model.load_state_dict({name: state_dict[name].reshape(own[name].shape) for name in own})
