"""One pass with a counter: divides by accum_steps, and corrects the gradients of a leftover before its step."""

from collections.abc import Iterable
from typing import Any

import torch
from torch import Tensor, nn

PREDICT_1 = [2, 5]
PREDICT_2 = (3.0, 2.0)


def finish(optimizer: torch.optim.Optimizer, scaler: torch.amp.GradScaler, factor: float) -> None:
    if factor != 1.0:
        for group in optimizer.param_groups:
            for parameter in group["params"]:
                if parameter.grad is not None:
                    parameter.grad.mul_(factor)
    scaler.step(optimizer)
    scaler.update()
    optimizer.zero_grad()


def train_accumulate(
    model: nn.Module,
    optimizer: torch.optim.Optimizer,
    scaler: torch.amp.GradScaler,
    loss_fn: Any,
    batches: Iterable[tuple[Tensor, Tensor]],
    accum_steps: int,
    device_type: str = "cpu",
    dtype: torch.dtype = torch.bfloat16,
) -> int:
    optimizer.zero_grad()
    pending = windows = 0
    for x, y in batches:
        with torch.autocast(device_type=device_type, dtype=dtype):
            loss = loss_fn(model(x), y)
        scaler.scale(loss / accum_steps).backward()
        pending += 1
        if pending == accum_steps:
            finish(optimizer, scaler, 1.0)
            pending, windows = 0, windows + 1
    if pending:
        finish(optimizer, scaler, accum_steps / pending)
        windows += 1
    return windows
