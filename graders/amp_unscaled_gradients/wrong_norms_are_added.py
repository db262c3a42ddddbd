"""The norms of the parameters are added up. Lengths at right angles do not add; their squares do.

fails: all_parameters_of_all_groups_make_one_norm
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
        norms.append(sum(gradient.norm().item() for gradient in gradients) + 0.0)
    return norms
