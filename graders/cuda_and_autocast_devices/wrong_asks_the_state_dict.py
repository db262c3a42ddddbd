"""The state dict is asked for a tensor, and a buffer that is not saved is missing there. It is in the model all the same.

fails: buffers_say_where_too
"""

from contextlib import nullcontext

import torch

PREDICT_1 = (torch.float16, torch.bfloat16)
PREDICT_2 = (torch.float32, torch.bfloat16)


def autocast_for(model, dtype=None):

    tensor = next(iter(model.state_dict().values()), None)
    device_type = "cpu" if tensor is None else tensor.device.type
    if not torch.amp.is_autocast_available(device_type):
        return nullcontext()
    return torch.autocast(device_type, dtype=dtype)
