"""A model without parameters and buffers, such as an activation, has no first tensor.

fails: autocast_is_on_where_the_model_is
"""

from contextlib import nullcontext

import torch

PREDICT_1 = (torch.float16, torch.bfloat16)
PREDICT_2 = (torch.float32, torch.bfloat16)


def autocast_for(model, dtype=None):

    device_type = [*model.parameters(), *model.buffers()][0].device.type
    if not torch.amp.is_autocast_available(device_type):
        return nullcontext()
    return torch.autocast(device_type, dtype=dtype)
