"""The scale is read from inside the scaler, and a disabled one has none. get_scale() gives 1.0 there.

fails: a_disabled_scaler_has_nothing_to_take_out
"""

import torch

PREDICT_1 = "RuntimeError"
PREDICT_2 = (196608.0, 3.0)


def true_grad_norms(scaler: torch.amp.GradScaler, optimizers: list[torch.optim.Optimizer]) -> list[float]:
    norms = []
    for optimizer in optimizers:
        parameters = [parameter for group in optimizer.param_groups for parameter in group["params"]]
        gradients = [parameter.grad for parameter in parameters if parameter.grad is not None]
        norms.append((torch.nn.utils.get_total_norm(gradients) / scaler._scale).item())
    return norms
