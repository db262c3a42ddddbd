"""Long gradients are set to 0. They are to be shortened; their direction is as good as any.

fails: a_long_gradient_is_cut_to_max_norm
"""

import torch

PREDICT_1 = ([-600.0, -800.0], [-0.586, -0.781])


def clipped_step(scaler: torch.amp.GradScaler, optimizer: torch.optim.Optimizer, max_norm: float) -> float:
    scaler.unscale_(optimizer)
    parameters = [parameter for group in optimizer.param_groups for parameter in group["params"]]
    norm = torch.nn.utils.get_total_norm([p.grad for p in parameters if p.grad is not None])
    if norm > max_norm:
        torch._foreach_zero_([p.grad for p in parameters if p.grad is not None])
    scaler.step(optimizer)
    scaler.update()
    return norm.item()
