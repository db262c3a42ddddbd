"""What is taken out is the scale that the scaler began with. It changes with every update.

fails: the_scale_of_now_is_taken_out
"""

import torch

PREDICT_1 = "RuntimeError"
PREDICT_2 = (196608.0, 3.0)


def true_grad_norms(scaler: torch.amp.GradScaler, optimizers: list[torch.optim.Optimizer]) -> list[float]:
    norms = []
    for optimizer in optimizers:
        parameters = [parameter for group in optimizer.param_groups for parameter in group["params"]]
        gradients = [parameter.grad for parameter in parameters if parameter.grad is not None]
        norms.append(torch.nn.utils.get_total_norm(gradients).item() / getattr(scaler, "_init_scale", 1.0))
    return norms
