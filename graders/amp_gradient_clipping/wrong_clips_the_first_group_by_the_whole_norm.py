"""The norm is over all groups, but only the first is shortened.

fails: all_parameters_share_one_factor
"""

import torch

PREDICT_1 = ([-600.0, -800.0], [-0.586, -0.781])


def clipped_step(scaler: torch.amp.GradScaler, optimizer: torch.optim.Optimizer, max_norm: float) -> float:
    scaler.unscale_(optimizer)
    parameters = [parameter for group in optimizer.param_groups for parameter in group["params"]]
    norm = torch.nn.utils.get_total_norm([p.grad for p in parameters if p.grad is not None])
    torch.nn.utils.clip_grads_with_norm_(optimizer.param_groups[0]["params"], max_norm, norm)
    scaler.step(optimizer)
    scaler.update()
    return norm.item()
