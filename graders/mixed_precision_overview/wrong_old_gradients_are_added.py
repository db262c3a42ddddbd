"""backward() adds to what is in .grad already, and a gradient from before comes back as part of the new one.

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

    (loss * scale).backward(inputs=parameters)
    found = [p.grad for p in parameters]
    return [None if g is None else widened(g) / scale for g in found]
