"""When there is more than one window, the update is too small: each batch counts as a share of the whole epoch.
The mean is taken over the batches that are added up before one step.

fails: a_window_equals_one_large_batch
"""

from collections.abc import Callable, Iterable

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
    pairs = list(batches)
    windows = 0
    optimizer.zero_grad()
    for i, (x, y) in enumerate(pairs):
        with torch.autocast(device_type, dtype=dtype):
            loss = loss_fn(model(x), y) / len(pairs)
        scaler.scale(loss).backward()
        if (i + 1) % accum_steps == 0 or i + 1 == len(pairs):
            scaler.step(optimizer)
            scaler.update()
            optimizer.zero_grad()
            windows += 1
    return windows
