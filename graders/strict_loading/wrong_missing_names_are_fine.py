"""Only the names of the state are looked up in the model. A name that the state lacks is never asked for.

fails: a_missing_name_raises
"""

from collections.abc import Mapping

from torch import Tensor, nn

PREDICT_1 = True
PREDICT_2 = (2, 2)


def load_atomic(model: nn.Module, state_dict: Mapping[str, Tensor]) -> None:
    own = model.state_dict()
    if not state_dict.keys() <= own.keys():
        raise RuntimeError("unexpected names")
    if any(own[name].shape != tensor.shape for name, tensor in state_dict.items()):
        raise RuntimeError("shapes differ")
    model.load_state_dict(state_dict, strict=False)
