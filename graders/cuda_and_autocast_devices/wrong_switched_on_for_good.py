"""Autocast is switched on inside the block and never off again: all later code runs in low precision.

fails: autocast_is_off_again_afterwards
"""

from contextlib import contextmanager
from itertools import chain

import torch

PREDICT_1 = (torch.float16, torch.bfloat16)
PREDICT_2 = (torch.float32, torch.bfloat16)


@contextmanager
def autocast_for(model, dtype=None):

    tensor = next(chain(model.parameters(), model.buffers()), None)
    device_type = "cpu" if tensor is None else tensor.device.type

    if torch.amp.is_autocast_available(device_type):
        torch.autocast(device_type, dtype=dtype).__enter__()
    yield
