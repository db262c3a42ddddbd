"""backward() writes into .grad, and what is in it now is the scaled gradient. An optimizer that comes later would take
it for a true one.

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

    before = [None if p.grad is None else p.grad.clone() for p in parameters]
    (loss * scale).backward(inputs=parameters)
    found = [p.grad if b is None or p.grad is None else p.grad - b for p, b in zip(parameters, before)]
    return [None if g is None else widened(g) / scale for g in found]
