"""torch.autocast wants the type of a device, a string, and gets a torch.device.

fails: autocast_is_on_where_the_model_is
"""

from contextlib import nullcontext
from itertools import chain

import torch

PREDICT_1 = (torch.float16, torch.bfloat16)
PREDICT_2 = (torch.float32, torch.bfloat16)


def autocast_for(model, dtype=None):

    tensor = next(chain(model.parameters(), model.buffers()), torch.zeros(()))
    if tensor.device.type == "meta":
        return nullcontext()
    return torch.autocast(tensor.device, dtype=dtype)
