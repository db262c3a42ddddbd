"""Running statistics may be missing, because only the names of parameters are asked for. Buffers are part of the state.

fails: a_missing_name_raises
"""

from collections.abc import Mapping

from torch import Tensor, nn

PREDICT_1 = True
PREDICT_2 = (2, 2)


def load_atomic(model: nn.Module, state_dict: Mapping[str, Tensor]) -> None:
    own = model.state_dict()
    needed = {name for name, _ in model.named_parameters()}
    if not needed <= state_dict.keys() or not state_dict.keys() <= own.keys():
        raise RuntimeError("names differ")
    if any(own[name].shape != state_dict[name].shape for name in state_dict):
        raise RuntimeError("shapes differ")
    model.load_state_dict(state_dict, strict=False)
