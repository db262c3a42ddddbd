"""An optimizer without gradients has no entry, and all norms behind it belong to the wrong one.

fails: an_optimizer_without_gradients_has_norm_zero
"""

import torch

PREDICT_1 = "RuntimeError"
PREDICT_2 = (196608.0, 3.0)


def true_grad_norms(scaler: torch.amp.GradScaler, optimizers: list[torch.optim.Optimizer]) -> list[float]:
    norms = []
    for optimizer in optimizers:
        scaler.unscale_(optimizer)
        parameters = [parameter for group in optimizer.param_groups for parameter in group["params"]]
        gradients = [parameter.grad for parameter in parameters if parameter.grad is not None]
        if gradients:
            norms.append(torch.nn.utils.get_total_norm(gradients).item())
    return norms
