"""Autocast is on as soon as the function is called, before any block begins.

fails: nothing_happens_before_the_block
"""

from contextlib import ExitStack
from itertools import chain

import torch

PREDICT_1 = (torch.float16, torch.bfloat16)
PREDICT_2 = (torch.float32, torch.bfloat16)


def autocast_for(model, dtype=None):

    tensor = next(chain(model.parameters(), model.buffers()), None)
    device_type = "cpu" if tensor is None else tensor.device.type

    stack = ExitStack()
    if torch.amp.is_autocast_available(device_type):
        stack.enter_context(torch.autocast(device_type, dtype=dtype))
    return stack
