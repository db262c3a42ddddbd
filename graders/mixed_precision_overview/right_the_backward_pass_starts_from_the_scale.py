"""Hands the scale to autograd as the gradient of the loss itself."""

import torch

PREDICT_1 = ((torch.float32, "0.0e+00"), (torch.float32, "1.0e-08"))


def scaled_gradients(loss, parameters, scale=65536.0):

    parameters = list(parameters)
    if not parameters:
        return []

    start = torch.full_like(loss, scale)
    gradients = torch.autograd.grad([loss], parameters, grad_outputs=[start], allow_unused=True)
    results = []
    for g in gradients:
        if g is not None:
            if g.dtype == torch.float16 or g.dtype == torch.bfloat16:
                g = g.to(torch.float32)
            g = g * (1 / scale)
        results.append(g)
    return results
