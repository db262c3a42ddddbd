"""torch.autocast refuses a device type that it does not know, and the block never runs.

fails: without_autocast_the_block_just_runs
"""

from itertools import chain

import torch

PREDICT_1 = (torch.float16, torch.bfloat16)
PREDICT_2 = (torch.float32, torch.bfloat16)


def autocast_for(model, dtype=None):

    tensor = next(chain(model.parameters(), model.buffers()), None)
    device_type = "cpu" if tensor is None else tensor.device.type

    return torch.autocast(device_type, dtype=dtype)
