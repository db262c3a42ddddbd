"""Long gradients are multiplied by max_norm instead of being brought to that length.

fails: a_long_gradient_is_cut_to_max_norm
"""

import torch

PREDICT_1 = ([-600.0, -800.0], [-0.586, -0.781])


def clipped_step(scaler: torch.amp.GradScaler, optimizer: torch.optim.Optimizer, max_norm: float) -> float:
    scaler.unscale_(optimizer)
    parameters = [parameter for group in optimizer.param_groups for parameter in group["params"]]
    norm = torch.nn.utils.get_total_norm([p.grad for p in parameters if p.grad is not None])
    if norm > max_norm:
        torch._foreach_mul_([p.grad for p in parameters if p.grad is not None], max_norm)
    scaler.step(optimizer)
    scaler.update()
    return norm.item()
