"""The parameters are converted as well. Autocast casts what an operation gets, and the weights stay in full precision
for the update.

fails: the_model_is_left_alone
"""

from contextlib import nullcontext
from itertools import chain

import torch

PREDICT_1 = (torch.float16, torch.bfloat16)
PREDICT_2 = (torch.float32, torch.bfloat16)


def autocast_for(model, dtype=None):

    tensor = next(chain(model.parameters(), model.buffers()), None)
    device_type = "cpu" if tensor is None else tensor.device.type

    if not torch.amp.is_autocast_available(device_type):
        return nullcontext()
    model.to(dtype or torch.get_autocast_dtype(device_type))
    return torch.autocast(device_type, dtype=dtype)
