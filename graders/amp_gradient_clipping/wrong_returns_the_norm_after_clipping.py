"""The norm that comes back is the one after clipping, which is never above max_norm. A log of it shows nothing.

fails: the_true_norm_comes_back
"""

import torch

PREDICT_1 = ([-600.0, -800.0], [-0.586, -0.781])


def clipped_step(scaler: torch.amp.GradScaler, optimizer: torch.optim.Optimizer, max_norm: float) -> float:
    scaler.unscale_(optimizer)
    parameters = [parameter for group in optimizer.param_groups for parameter in group["params"]]
    torch.nn.utils.clip_grad_norm_(parameters, max_norm)
    scaler.step(optimizer)
    scaler.update()
    return torch.nn.utils.get_total_norm([p.grad for p in parameters if p.grad is not None]).item()
