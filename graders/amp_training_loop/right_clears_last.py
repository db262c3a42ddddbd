"""Clears late, just before the backward pass and after the step."""

from typing import Any

import torch
from torch import Tensor, nn

PREDICT_1 = (torch.bfloat16, torch.float32, torch.float32)


def amp_train_step(
    model: nn.Module,
    optimizer: torch.optim.Optimizer,
    scaler: torch.amp.GradScaler,
    loss_fn: Any,
    x: Tensor,
    y: Tensor,
    device_type: str = "cpu",
    dtype: torch.dtype = torch.bfloat16,
) -> float:
    with torch.autocast(device_type, dtype, enabled=True):
        loss = loss_fn(model(x), y)
    value = loss.item()
    scaled = scaler.scale(loss)
    model.zero_grad(set_to_none=False)
    scaled.backward()
    scaler.step(optimizer)
    model.zero_grad()
    scaler.update()
    return value
