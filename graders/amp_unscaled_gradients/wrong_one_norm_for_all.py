"""All optimizers together give one norm. Each has its own.

fails: each_optimizer_has_the_norm_of_its_true_gradients
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
        norms.append(torch.nn.utils.get_total_norm(gradients).item())
    return [sum(norm**2 for norm in norms) ** 0.5]
