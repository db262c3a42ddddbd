"""The gradients are computed and not returned.

fails: one_gradient_for_each_parameter
"""

import torch

PREDICT_1 = ((torch.float32, "0.0e+00"), (torch.float32, "1.0e-08"))


def widened(gradient):
    return gradient.float() if gradient.dtype in (torch.float16, torch.bfloat16) else gradient


def scaled_gradients(loss, parameters, scale=65536.0):

    parameters = list(parameters)
    if not parameters:
        return []
    (loss * scale).backward(inputs=parameters)
    for p in parameters:
        p.grad = p.grad / scale
