"""For a model on the meta device autocast for the CPU is switched off, although the block should run as it is.

fails: without_autocast_an_outer_block_goes_on
"""

from itertools import chain

import torch

PREDICT_1 = (torch.float16, torch.bfloat16)
PREDICT_2 = (torch.float32, torch.bfloat16)


def autocast_for(model, dtype=None):

    tensor = next(chain(model.parameters(), model.buffers()), None)
    device_type = "cpu" if tensor is None else tensor.device.type

    is_known = torch.amp.is_autocast_available(device_type)
    return torch.autocast(device_type if is_known else "cpu", dtype=dtype, enabled=is_known)
