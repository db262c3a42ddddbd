"""A generator counts as true also when it gives nothing, and autograd raises an error when there is nothing to ask for.

fails: there_may_be_no_parameters
"""

import torch

PREDICT_1 = ((torch.float32, "0.0e+00"), (torch.float32, "1.0e-08"))


def widened(gradient):
    return gradient.float() if gradient.dtype in (torch.float16, torch.bfloat16) else gradient


def scaled_gradients(loss, parameters, scale=65536.0):

    if not parameters:
        return []
    gradients = torch.autograd.grad(loss * scale, list(parameters), allow_unused=True)
    return [None if g is None else widened(g) / scale for g in gradients]
