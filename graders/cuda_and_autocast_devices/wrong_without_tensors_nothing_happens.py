"""For a model without tensors no autocast is switched on. It counts as being on the CPU, which has one.

fails: autocast_is_on_where_the_model_is
"""

from contextlib import nullcontext
from itertools import chain

import torch

PREDICT_1 = (torch.float16, torch.bfloat16)
PREDICT_2 = (torch.float32, torch.bfloat16)


def autocast_for(model, dtype=None):

    tensor = next(chain(model.parameters(), model.buffers()), None)
    if tensor is None or not torch.amp.is_autocast_available(tensor.device.type):
        return nullcontext()
    return torch.autocast(tensor.device.type, dtype=dtype)
