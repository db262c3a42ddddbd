"""The output is converted to float32 by hand before the loss, which rounds an output of more digits.
The loss gets what the model gives; autocast widens it where that is needed.

fails: each_call_is_one_true_step
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
        prediction = model(x).float()
        loss = loss_fn(prediction, y)
    scaler.scale(loss).backward()
    scaler.step(optimizer)
    scaler.update()
    return loss.item()
