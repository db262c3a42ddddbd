"""After the block autocast is on again where it was on, but with the dtype of the block.

fails: an_outer_autocast_comes_back
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

    if not torch.amp.is_autocast_available(device_type):
        yield
        return
    was_on = torch.is_autocast_enabled(device_type)
    torch.set_autocast_enabled(device_type, True)
    torch.set_autocast_dtype(device_type, dtype or torch.get_autocast_dtype(device_type))
    try:
        yield
    finally:
        torch.clear_autocast_cache()
        torch.set_autocast_enabled(device_type, was_on)
