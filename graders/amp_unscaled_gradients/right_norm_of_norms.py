"""The norm of the norms, of unscaled copies."""

from collections.abc import Iterator

import torch
from torch import Tensor

PREDICT_1 = "RuntimeError"
PREDICT_2 = (196608.0, 3.0)


def copies(scaler: torch.amp.GradScaler, optimizer: torch.optim.Optimizer) -> Iterator[Tensor]:
    for group in optimizer.param_groups:
        for parameter in group["params"]:
            if parameter.grad is not None:
                yield parameter.grad / scaler.get_scale()


def true_grad_norms(scaler: torch.amp.GradScaler, optimizers: list[torch.optim.Optimizer]) -> list[float]:
    result = []
    for optimizer in optimizers:
        norms = [float(gradient.norm()) for gradient in copies(scaler, optimizer)]
        result.append(float(torch.tensor(norms, dtype=torch.float64).norm()))
    return result
