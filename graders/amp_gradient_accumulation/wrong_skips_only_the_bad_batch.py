"""Only the batch that overflowed was left out, and the rest of its window was stepped.
The scaler looks at the sum of a window: it never sees the overflow, and keeps a scale that may be too large.

fails: an_overflow_skips_its_whole_window
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
                loss = loss_fn(model(x), y) / len(window)
            if torch.isfinite(loss):
                scaler.scale(loss).backward()
        if any(parameter.grad is not None for parameter in model.parameters()):
            scaler.step(optimizer)
            scaler.update()
        optimizer.zero_grad()
        windows += 1
    return windows
