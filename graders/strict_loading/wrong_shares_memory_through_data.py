"""The model looks at the memory of the state, so training changes the state as well.

fails: the_model_keeps_its_own_tensors
"""

from collections.abc import Mapping

from torch import Tensor, nn

PREDICT_1 = True
PREDICT_2 = (2, 2)


def load_atomic(model: nn.Module, state_dict: Mapping[str, Tensor]) -> None:
    own = model.state_dict(keep_vars=True)
    if own.keys() != state_dict.keys():
        raise RuntimeError("names differ")
    if any(own[name].shape != state_dict[name].shape for name in own):
        raise RuntimeError("shapes differ")
    for name, tensor in own.items():
        tensor.data = state_dict[name].detach().to(tensor)
