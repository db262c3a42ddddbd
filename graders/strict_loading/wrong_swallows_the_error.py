"""The model is as it was, and the caller takes it for loaded: the error did not arrive.

fails: a_missing_name_raises
"""

from collections.abc import Mapping

from torch import Tensor, nn

PREDICT_1 = True
PREDICT_2 = (2, 2)


def load_atomic(model: nn.Module, state_dict: Mapping[str, Tensor]) -> None:
    old = {name: tensor.clone() for name, tensor in model.state_dict().items()}
    try:
        model.load_state_dict(state_dict)
    except RuntimeError as error:
        print(error)
        model.load_state_dict(old)
