"""Every layer is in eval mode after loading. A state dict has no modes in it, and those of the model were the caller's choice.

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
    model.load_state_dict(state_dict)
    model.eval()
