"""Each parameter is clipped by a norm of its own. With one factor for all, the direction of the whole step is kept.

fails: all_parameters_share_one_factor
"""

import torch

PREDICT_1 = ([-600.0, -800.0], [-0.586, -0.781])


def clipped_step(scaler: torch.amp.GradScaler, optimizer: torch.optim.Optimizer, max_norm: float) -> float:
    scaler.unscale_(optimizer)
    parameters = [parameter for group in optimizer.param_groups for parameter in group["params"]]
    norm = torch.nn.utils.get_total_norm([p.grad for p in parameters if p.grad is not None])
    for parameter in parameters:
        torch.nn.utils.clip_grad_norm_(parameter, max_norm)
    scaler.step(optimizer)
    scaler.update()
    return norm.item()
