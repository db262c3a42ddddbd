"""len() is asked for the number of parameters, which a generator does not have.

fails: parameters_may_come_from_a_generator
"""

import torch

PREDICT_1 = ((torch.float32, "0.0e+00"), (torch.float32, "1.0e-08"))


def widened(gradient):
    return gradient.float() if gradient.dtype in (torch.float16, torch.bfloat16) else gradient


def scaled_gradients(loss, parameters, scale=65536.0):

    if len(parameters) == 0:
        return []
    gradients = torch.autograd.grad(loss * scale, parameters, allow_unused=True)
    return [None if g is None else widened(g) / scale for g in gradients]
