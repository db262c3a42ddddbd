"""The gradients come from the loss as it is, and the scaler is asked to step before it has scaled anything.
It has no scale yet that could be taken out.

fails: the_loss_comes_back_as_a_float
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
        loss = loss_fn(model(x), y)
    loss.backward()
    scaler.step(optimizer)
    scaler.update()
    return loss.item()
