"""The forward pass is autocast, the loss is not. It gets the half precision output, and nobody widens that for it.

fails: forward_and_loss_are_autocast_and_backward_is_not
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
    optimizer.zero_grad()
    with torch.autocast(device_type, dtype=dtype):
        output = model(x)
    loss = loss_fn(output, y)
    scaler.scale(loss).backward()
    scaler.step(optimizer)
    scaler.update()
    return loss.item()
