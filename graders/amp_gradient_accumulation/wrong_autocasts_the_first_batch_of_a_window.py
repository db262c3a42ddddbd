"""Only the first batch of each window ran under autocast; the others ran in float32.
Every batch of a window has a forward pass of its own, and low precision helps only where it is switched on.

fails: the_forward_pass_is_autocast
"""

from collections.abc import Callable, Iterable
from itertools import islice

import torch
from torch import Tensor, nn

PREDICT_1 = [2, 5]
PREDICT_2 = (3.0, 2.0)


def train_accumulate(
    model: nn.Module,
    optimizer: torch.optim.Optimizer,
    scaler: torch.amp.GradScaler,
    loss_fn: Callable[[Tensor, Tensor], Tensor],
    batches: Iterable[tuple[Tensor, Tensor]],
    accum_steps: int,
    device_type: str = "cpu",
    dtype: torch.dtype = torch.bfloat16,
) -> int:
    remaining = iter(batches)
    windows = 0
    optimizer.zero_grad()
    while window := list(islice(remaining, accum_steps)):
        for x, y in window:
            with torch.autocast(device_type, dtype=dtype, enabled=x is window[0][0]):
                loss = loss_fn(model(x), y) / len(window)
            scaler.scale(loss).backward()
        scaler.step(optimizer)
        scaler.update()
        optimizer.zero_grad()
        windows += 1
    return windows
