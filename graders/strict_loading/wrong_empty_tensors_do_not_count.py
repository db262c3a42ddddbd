"""A tensor without elements is passed over, so a name that the model lacks is accepted.

fails: an_unexpected_name_raises
"""

from collections.abc import Mapping

from torch import Tensor, nn

PREDICT_1 = True
PREDICT_2 = (2, 2)


def load_atomic(model: nn.Module, state_dict: Mapping[str, Tensor]) -> None:
    own = model.state_dict()
    kept = {name: tensor for name, tensor in state_dict.items() if tensor.numel()}
    if own.keys() != kept.keys():
        raise RuntimeError("names differ")
    if any(own[name].shape != kept[name].shape for name in own):
        raise RuntimeError("shapes differ")
    model.load_state_dict(kept)
