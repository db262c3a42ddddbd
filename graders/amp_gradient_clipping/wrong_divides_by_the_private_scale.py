"""The scale is read from inside the scaler, and a disabled one has none. get_scale() gives 1.0 there.

fails: a_disabled_scaler_will_do
"""

import torch

PREDICT_1 = ([-600.0, -800.0], [-0.586, -0.781])


def clipped_step(scaler: torch.amp.GradScaler, optimizer: torch.optim.Optimizer, max_norm: float) -> float:
    limit = max_norm * scaler._scale.item()
    parameters = [parameter for group in optimizer.param_groups for parameter in group["params"]]
    norm = torch.nn.utils.clip_grad_norm_(parameters, limit) / scaler._scale.item()
    scaler.step(optimizer)
    scaler.update()
    return norm.item()
