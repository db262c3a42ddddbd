"""The same autocast object serves every block. It remembers one state from before, and an inner block overwrites what
the outer one has to give back.

fails: blocks_can_be_nested
"""

import functools
from contextlib import nullcontext
from itertools import chain

import torch

PREDICT_1 = (torch.float16, torch.bfloat16)
PREDICT_2 = (torch.float32, torch.bfloat16)


@functools.cache
def made(device_type, dtype):
    return torch.autocast(device_type, dtype=dtype)


def autocast_for(model, dtype=None):

    tensor = next(chain(model.parameters(), model.buffers()), None)
    device_type = "cpu" if tensor is None else tensor.device.type

    if not torch.amp.is_autocast_available(device_type):
        return nullcontext()
    return made(device_type, dtype)
