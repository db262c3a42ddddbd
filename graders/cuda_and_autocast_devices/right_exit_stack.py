"""An ExitStack that is entered only where there is something to enter."""

from contextlib import ExitStack, contextmanager

import torch

PREDICT_1 = (torch.float16, torch.bfloat16)
PREDICT_2 = (torch.float32, torch.bfloat16)


def autocast_for(model, dtype=None):

    tensors = list(model.parameters()) + list(model.buffers())
    kind = tensors[0].device.type if tensors else "cpu"

    @contextmanager
    def block():
        with ExitStack() as stack:
            if torch.amp.is_autocast_available(kind):
                stack.enter_context(torch.autocast(kind, dtype=dtype))
            yield stack

    return block()
