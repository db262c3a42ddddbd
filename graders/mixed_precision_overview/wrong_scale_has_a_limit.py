"""A scale above 65536 is cut down to that.

fails: the_scale_is_the_one_asked_for
"""

import torch

PREDICT_1 = ((torch.float32, "0.0e+00"), (torch.float32, "1.0e-08"))


def widened(gradient):
    return gradient.float() if gradient.dtype in (torch.float16, torch.bfloat16) else gradient


def scaled_gradients(loss, parameters, scale=65536.0):

    parameters = list(parameters)
    if not parameters:
        return []
    scale = min(scale, 65536.0)
    gradients = torch.autograd.grad(loss * scale, parameters, allow_unused=True)
    return [None if g is None else widened(g) / scale for g in gradients]
