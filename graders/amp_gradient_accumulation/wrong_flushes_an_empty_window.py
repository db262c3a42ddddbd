"""At the end a step is made although no batch has contributed to it, and the scaler finds no gradients to check.
Batches are left over only when their number is not a multiple of the window.

fails: with_one_batch_per_window_every_batch_steps
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
    windows = 0
    waiting: list[tuple[Tensor, Tensor]] = []

    def train_window() -> None:
        for x, y in waiting:
            with torch.autocast(device_type, dtype=dtype):
                loss = loss_fn(model(x), y) / len(waiting)
            scaler.scale(loss).backward()
        scaler.step(optimizer)
        scaler.update()
        optimizer.zero_grad()
        waiting.clear()

    optimizer.zero_grad()
    for pair in batches:
        waiting.append(pair)
        if len(waiting) == accum_steps:
            train_window()
            windows += 1
    train_window()
    return windows + 1
