"""Gradients are cleared after the step only. Those that were there before the first call get into it.

fails: old_gradients_do_not_count
"""

from collections.abc import Callable

import torch
from torch import Tensor, nn

PREDICT_1 = (torch.bfloat16, torch.float32, torch.float32)


def amp_train_step(
    model: nn.Module,
    optimizer: torch.optim.Optimizer,
    scaler: torch.amp.GradScaler,
    loss_fn: Callable[[Tensor, Tensor], Tensor],
    x: Tensor,
    y: Tensor,
    device_type: str = "cpu",
    dtype: torch.dtype = torch.bfloat16,
) -> float:
    with torch.autocast(device_type, dtype=dtype):
        loss = loss_fn(model(x), y)
    scaler.scale(loss).backward()
    scaler.step(optimizer)
    scaler.update()
    optimizer.zero_grad()
    return loss.item()
