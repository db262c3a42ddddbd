"""The scale of the scaler that was passed in never changes, because that scaler is never updated.
Its scale is what training has learned so far about the size of its gradients, and each window adds to that.

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
    scaler = torch.amp.GradScaler(device_type, init_scale=scaler.get_scale(), enabled=scaler.is_enabled())
    remaining = iter(batches)
    windows = 0
    optimizer.zero_grad()
    while window := list(islice(remaining, accum_steps)):
        for x, y in window:
            with torch.autocast(device_type, dtype=dtype):
                loss = loss_fn(model(x), y) / len(window)
            scaler.scale(loss).backward()
        scaler.step(optimizer)
        scaler.update()
        optimizer.zero_grad()
        windows += 1
    return windows
