"""Another scaler makes the step, and the one that was given never changes its scale.

fails: the_scaler_is_updated_once
"""

import torch

PREDICT_1 = ([-600.0, -800.0], [-0.586, -0.781])


def clipped_step(scaler: torch.amp.GradScaler, optimizer: torch.optim.Optimizer, max_norm: float) -> float:
    scaler = torch.amp.GradScaler("cpu", scaler.get_scale(), enabled=scaler.is_enabled())
    scaler.scale(torch.zeros(1))
    scaler.unscale_(optimizer)
    parameters = [parameter for group in optimizer.param_groups for parameter in group["params"]]
    norm = torch.nn.utils.clip_grad_norm_(parameters, max_norm)
    scaler.step(optimizer)
    scaler.update()
    return norm.item()
