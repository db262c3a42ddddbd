"""The .grad from before is put back, but backward() has added to that very tensor, and a gradient from before is in the
result.

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

    before = [p.grad for p in parameters]
    (loss * scale).backward(inputs=parameters)
    found = [p.grad for p in parameters]
    for p, grad in zip(parameters, before):
        p.grad = grad
    return [None if g is None else widened(g) / scale for g in found]
