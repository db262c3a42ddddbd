"""Names that do not fit are forgiven: part of the model is old, part is new, and nobody is told.

fails: a_missing_name_raises
"""

from collections.abc import Mapping

from torch import Tensor, nn

PREDICT_1 = True
PREDICT_2 = (2, 2)


def load_atomic(model: nn.Module, state_dict: Mapping[str, Tensor]) -> None:
    old = {name: tensor.clone() for name, tensor in model.state_dict().items()}
    try:
        model.load_state_dict(state_dict, strict=False)
    except RuntimeError:
        model.load_state_dict(old)
        raise
