"""The first step comes after the first batch already, however long a window should be.
Where counting starts at 0, the number of a batch is one less than the number of batches read so far.

fails: the_optimizer_steps_once_per_window
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
        length = min(accum_steps, len(pairs) - i // accum_steps * accum_steps)
        with torch.autocast(device_type, dtype=dtype):
            loss = loss_fn(model(x), y) / length
        scaler.scale(loss).backward()
        if i % accum_steps == 0 or i + 1 == len(pairs):
            scaler.step(optimizer)
            scaler.update()
            optimizer.zero_grad()
            windows += 1
    return windows
