"""Without a dtype float16 is used on every device. That is the default on CUDA; the CPU has another.

fails: the_device_has_its_own_dtype
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
    return torch.autocast(device_type, dtype=torch.float16 if dtype is None else dtype)
