"""After the block autocast is switched off, also when it was on before.

fails: an_outer_autocast_comes_back
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
    with torch.autocast(device_type, dtype=dtype):
        try:
            yield
        finally:
            pass
    torch.set_autocast_enabled(device_type, False)
