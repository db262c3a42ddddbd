"""Tensors of another shape are left out, as in partial loading. Here everything is loaded or nothing.

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
    own.update({name: tensor for name, tensor in state_dict.items() if own[name].shape == tensor.shape})
    model.load_state_dict(own)
