"""A model without parameters is taken to be on the CPU, although its buffers are somewhere else.

fails: buffers_say_where_too
"""

from contextlib import nullcontext

import torch

PREDICT_1 = (torch.float16, torch.bfloat16)
PREDICT_2 = (torch.float32, torch.bfloat16)


def autocast_for(model, dtype=None):

    tensor = next(model.parameters(), None)
    device_type = "cpu" if tensor is None else tensor.device.type
    if not torch.amp.is_autocast_available(device_type):
        return nullcontext()
    return torch.autocast(device_type, dtype=dtype)
