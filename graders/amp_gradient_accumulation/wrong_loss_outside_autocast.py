"""The forward pass is autocast, the loss is not. It gets the half precision output, and nobody widens that for it.

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
            with torch.autocast(device_type, dtype=dtype):
                prediction = model(x)
            loss = loss_fn(prediction, y) / len(window)
            scaler.scale(loss).backward()
        scaler.step(optimizer)
        scaler.update()
        optimizer.zero_grad()
        windows += 1
    return windows
