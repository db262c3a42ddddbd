"""The limit is multiplied by the scale that the scaler began with. Later the scale is another one.

fails: training_goes_on_while_the_scale_changes
"""

import torch

PREDICT_1 = ([-600.0, -800.0], [-0.586, -0.781])


def clipped_step(scaler: torch.amp.GradScaler, optimizer: torch.optim.Optimizer, max_norm: float) -> float:
    first = getattr(scaler, "_init_scale", 1.0)
    parameters = [parameter for group in optimizer.param_groups for parameter in group["params"]]
    now = scaler.get_scale()
    norm = torch.nn.utils.clip_grad_norm_(parameters, max_norm * first) / now
    scaler.step(optimizer)
    scaler.update()
    return norm.item()
