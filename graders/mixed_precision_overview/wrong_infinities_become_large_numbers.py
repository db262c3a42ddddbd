"""inf becomes the largest number of its dtype and nan becomes 0, so that the gradients look finite.

fails: infinite_gradients_stay_infinite
"""

import torch

PREDICT_1 = ((torch.float32, "0.0e+00"), (torch.float32, "1.0e-08"))


def widened(gradient):
    return gradient.float() if gradient.dtype in (torch.float16, torch.bfloat16) else gradient


def scaled_gradients(loss, parameters, scale=65536.0):

    parameters = list(parameters)
    if not parameters:
        return []
    gradients = torch.autograd.grad(loss * scale, parameters, allow_unused=True)
    return [None if g is None else (widened(g) / scale).nan_to_num() for g in gradients]
