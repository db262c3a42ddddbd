"""next() of an iterator without entries raises StopIteration, and not every model has parameters.

fails: autocast_is_on_where_the_model_is
"""

from contextlib import nullcontext

import torch

PREDICT_1 = (torch.float16, torch.bfloat16)
PREDICT_2 = (torch.float32, torch.bfloat16)


def autocast_for(model, dtype=None):

    device_type = next(model.parameters()).device.type
    if not torch.amp.is_autocast_available(device_type):
        return nullcontext()
    return torch.autocast(device_type, dtype=dtype)
