"""Every gradient comes back in float32, also that of a parameter in float64.

fails: double_precision_parameters_keep_theirs
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
    return [None if g is None else g.float() / scale for g in gradients]
