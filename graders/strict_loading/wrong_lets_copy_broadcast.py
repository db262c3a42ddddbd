"""A tensor of another shape is repeated until it fills the parameter, because copying broadcasts.

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
    backup = {name: tensor.clone() for name, tensor in own.items()}
    try:
        for name in own:
            own[name].copy_(state_dict[name])
    except RuntimeError:
        model.load_state_dict(backup)
        raise
