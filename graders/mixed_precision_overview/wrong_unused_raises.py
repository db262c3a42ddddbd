"""autograd.grad raises an error for a parameter that takes no part, unless it is told that such parameters are
allowed.

fails: an_unused_parameter_gets_none
"""

import torch

PREDICT_1 = ((torch.float32, "0.0e+00"), (torch.float32, "1.0e-08"))


def widened(gradient):
    return gradient.float() if gradient.dtype in (torch.float16, torch.bfloat16) else gradient


def scaled_gradients(loss, parameters, scale=65536.0):

    parameters = list(parameters)
    if not parameters:
        return []
    gradients = torch.autograd.grad(loss * scale, parameters)
    return [None if g is None else widened(g) / scale for g in gradients]
