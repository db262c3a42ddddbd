"""The context manager is made, and is not returned.

fails: autocast_is_on_where_the_model_is
"""

from contextlib import nullcontext
from itertools import chain

import torch

PREDICT_1 = (torch.float16, torch.bfloat16)
PREDICT_2 = (torch.float32, torch.bfloat16)


def autocast_for(model, dtype=None):

    tensor = next(chain(model.parameters(), model.buffers()), None)
    device_type = "cpu" if tensor is None else tensor.device.type

    torch.autocast(device_type, dtype=dtype) if device_type != "meta" else nullcontext()
