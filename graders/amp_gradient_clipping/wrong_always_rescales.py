"""Every gradient is brought to max_norm, also those that were shorter. Near a minimum gradients are small for a reason.

fails: a_short_gradient_is_left_as_it_is
"""

import torch

PREDICT_1 = ([-600.0, -800.0], [-0.586, -0.781])


def clipped_step(scaler: torch.amp.GradScaler, optimizer: torch.optim.Optimizer, max_norm: float) -> float:
    scaler.unscale_(optimizer)
    parameters = [parameter for group in optimizer.param_groups for parameter in group["params"]]
    norm = torch.nn.utils.get_total_norm([p.grad for p in parameters if p.grad is not None])
    torch._foreach_mul_([p.grad for p in parameters if p.grad is not None], (max_norm / (norm + 1e-6)).item())
    scaler.step(optimizer)
    scaler.update()
    return norm.item()
