"""Leaves the gradients scaled, and scales the limit."""

import torch

PREDICT_1 = ([-600.0, -800.0], [-0.586, -0.781])


def clipped_step(scaler: torch.amp.GradScaler, optimizer: torch.optim.Optimizer, max_norm: float) -> float:
    scale = scaler.get_scale()
    parameters = sum((group["params"] for group in optimizer.param_groups), [])
    scaled_norm = torch.nn.utils.clip_grad_norm_(parameters, max_norm * scale)
    scaler.step(optimizer)
    scaler.update()
    return float(scaled_norm) / scale
