"""The gradients of the last window are still there at the end.
The next backward pass would add to them, and until then they take as much memory as the weights.

fails: no_gradients_are_left_behind
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
    while window := list(islice(remaining, accum_steps)):
        optimizer.zero_grad()
        for x, y in window:
            with torch.autocast(device_type, dtype=dtype):
                loss = loss_fn(model(x), y) / len(window)
            scaler.scale(loss).backward()
        scaler.step(optimizer)
        scaler.update()
        windows += 1
    return windows
