"""A disabled scaler is refused. It is what a training in bfloat16 passes.

fails: a_disabled_scaler_has_nothing_to_take_out
"""

import torch

PREDICT_1 = "RuntimeError"
PREDICT_2 = (196608.0, 3.0)


def true_grad_norms(scaler: torch.amp.GradScaler, optimizers: list[torch.optim.Optimizer]) -> list[float]:
    assert scaler.is_enabled()
    norms = []
    for optimizer in optimizers:
        scaler.unscale_(optimizer)
        parameters = [parameter for group in optimizer.param_groups for parameter in group["params"]]
        gradients = [parameter.grad for parameter in parameters if parameter.grad is not None]
        norms.append(torch.nn.utils.get_total_norm(gradients).item())
    return norms
