"""Leaves the gradients alone and divides the norm."""

import math

PREDICT_1 = "RuntimeError"
PREDICT_2 = (196608.0, 3.0)


def true_grad_norms(scaler, optimizers):
    scale = scaler.get_scale()
    norms = []
    for optimizer in optimizers:
        squares = 0.0
        for group in optimizer.param_groups:
            for p in group["params"]:
                if p.grad is not None:
                    squares += p.grad.detach().double().pow(2).sum().item()
        norms.append(math.sqrt(squares) / scale)
    return norms
