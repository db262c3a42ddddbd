"""Empties every .grad, calls backward, and puts the old ones back."""

import torch

PREDICT_1 = ((torch.float32, "0.0e+00"), (torch.float32, "1.0e-08"))


def scaled_gradients(loss, parameters, scale=65536.0):

    parameters = list(parameters)
    if not parameters:
        return []

    before = [p.grad for p in parameters]
    for p in parameters:
        p.grad = None
    try:
        (scale * loss).backward(inputs=parameters)
        found = [p.grad for p in parameters]
    finally:
        for p, grad in zip(parameters, before):
            p.grad = grad
    return [g if g is None else g.to(torch.promote_types(g.dtype, torch.float32)) / scale for g in found]
