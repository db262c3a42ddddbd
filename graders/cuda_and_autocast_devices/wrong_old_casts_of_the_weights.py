"""The second block computes with weights from before. The casts of the first one are still in the cache of autocast, which
was switched off by hand and not emptied.

fails: a_new_block_sees_new_weights
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
    was_on, had = torch.is_autocast_enabled(device_type), torch.get_autocast_dtype(device_type)
    torch.set_autocast_enabled(device_type, True)
    torch.set_autocast_dtype(device_type, dtype or had)
    try:
        yield
    finally:
        torch.set_autocast_enabled(device_type, was_on)
        torch.set_autocast_dtype(device_type, had)
