"""Infinite gradients are replaced by zeros, and the norm that comes back looks as if nothing had happened.

fails: an_overflow_is_skipped
"""

import torch

PREDICT_1 = ([-600.0, -800.0], [-0.586, -0.781])


def clipped_step(scaler: torch.amp.GradScaler, optimizer: torch.optim.Optimizer, max_norm: float) -> float:
    scaler.unscale_(optimizer)
    parameters = [parameter for group in optimizer.param_groups for parameter in group["params"]]
    for gradient in [p.grad for p in parameters if p.grad is not None]:
        gradient.nan_to_num_(0.0, 0.0, 0.0)
    norm = torch.nn.utils.clip_grad_norm_(parameters, max_norm)
    scaler.step(optimizer)
    scaler.update()
    return norm.item()
