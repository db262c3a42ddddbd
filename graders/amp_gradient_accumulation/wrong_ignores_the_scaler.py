"""The scaler takes no part: its scale never changes, and a window that overflows is stepped.
Without it small float16 gradients become zero, and infinite ones reach the weights.

fails: the_scale_changes_between_windows_only
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
            loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        windows += 1
    return windows
