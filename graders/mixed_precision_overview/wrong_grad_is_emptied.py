"""Afterwards every .grad is None, also one that held a gradient before.

fails: grad_is_left_alone
"""

import torch

PREDICT_1 = ((torch.float32, "0.0e+00"), (torch.float32, "1.0e-08"))


def widened(gradient):
    return gradient.float() if gradient.dtype in (torch.float16, torch.bfloat16) else gradient


def scaled_gradients(loss, parameters, scale=65536.0):

    parameters = list(parameters)
    if not parameters:
        return []

    for p in parameters:
        p.grad = None
    (loss * scale).backward(inputs=parameters)
    found = [p.grad for p in parameters]
    for p in parameters:
        p.grad = None
    return [None if g is None else widened(g) / scale for g in found]
