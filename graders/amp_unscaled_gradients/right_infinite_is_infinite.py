"""A norm that is not finite is reported as inf, also when it is NaN."""

import math

import torch

PREDICT_1 = "RuntimeError"
PREDICT_2 = (196608.0, 3.0)


def true_grad_norms(scaler, optimizers):
    norms = []
    for optimizer in optimizers:
        scaler.unscale_(optimizer)
        squares = 0.0
        for group in optimizer.param_groups:
            squares += sum(float(torch.sum(p.grad**2)) for p in group["params"] if p.grad is not None)
        norms.append(math.sqrt(squares) if math.isfinite(squares) else math.inf)
    return norms
