"""The results are written into tensors that are made on the CPU, wherever the parameters are.

fails: gradients_live_where_the_parameters_live
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

    results = []
    for g in gradients:
        if g is not None:
            wide = widened(g) / scale
            g = torch.zeros(wide.shape, dtype=wide.dtype)
            g += wide
        results.append(g)
    return results
