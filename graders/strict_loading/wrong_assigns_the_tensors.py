"""The model's parameters were replaced by the tensors of the state: their dtype and memory came along, and an optimizer holds the old ones.

fails: the_model_keeps_its_own_tensors
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
    model.load_state_dict(state_dict, assign=True)
