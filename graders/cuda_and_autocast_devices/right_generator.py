"""A generator with a yield inside the with block."""

from contextlib import contextmanager

import torch

PREDICT_1 = (torch.float16, torch.bfloat16)
PREDICT_2 = (torch.float32, torch.bfloat16)


@contextmanager
def autocast_for(model, dtype=None):

    device_type = "cpu"
    for tensor in [*model.parameters(), *model.buffers()]:
        device_type = tensor.device.type
    if torch.amp.is_autocast_available(device_type):
        with torch.autocast(device_type, dtype=dtype):
            yield
    else:
        yield
