"""update() is called when the scaler looked at no gradients since the last one: before its step(), for a second time,
or after a step of the optimizer's own.

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
    scaler.scale(loss).backward()
    scaler.update()
    scaler.step(optimizer)
    return loss.item()
