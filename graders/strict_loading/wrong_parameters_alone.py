"""The parameters were loaded and the buffers were not: a batch norm keeps the statistics it had.

fails: everything_is_loaded
"""

from collections.abc import Mapping

import torch
from torch import Tensor, nn

PREDICT_1 = True
PREDICT_2 = (2, 2)


def load_atomic(model: nn.Module, state_dict: Mapping[str, Tensor]) -> None:
    own = dict(model.named_parameters())
    names = model.state_dict().keys()
    if names != state_dict.keys():
        raise RuntimeError("names differ")
    if any(own[name].shape != state_dict[name].shape for name in own):
        raise RuntimeError("shapes differ")
    if any(buffer.shape != state_dict[name].shape for name, buffer in model.named_buffers()):
        raise RuntimeError("shapes differ")
    with torch.no_grad():
        for name, parameter in own.items():
            parameter.copy_(state_dict[name])
