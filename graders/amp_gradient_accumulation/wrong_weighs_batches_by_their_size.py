"""Each batch has a share that is as large as its number of rows. Here the mean is over batches, which count alike.

fails: batches_of_unequal_size_count_alike
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
                loss = loss_fn(model(x), y) * len(x) / sum(len(rows) for rows, _ in window)
            scaler.scale(loss).backward()
        scaler.step(optimizer)
        scaler.update()
        optimizer.zero_grad()
        windows += 1
    return windows
