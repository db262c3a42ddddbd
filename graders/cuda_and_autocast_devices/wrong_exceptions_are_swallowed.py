"""An exception of the block ends there, and the caller goes on as if nothing had happened.

fails: an_exception_passes_and_autocast_is_off_again
"""

import contextlib
from contextlib import contextmanager, nullcontext
from itertools import chain

import torch

PREDICT_1 = (torch.float16, torch.bfloat16)
PREDICT_2 = (torch.float32, torch.bfloat16)


@contextmanager
def autocast_for(model, dtype=None):

    tensor = next(chain(model.parameters(), model.buffers()), None)
    device_type = "cpu" if tensor is None else tensor.device.type

    manager = torch.autocast(device_type, dtype=dtype) if device_type != "meta" else nullcontext()
    with contextlib.suppress(Exception), manager:
        yield
