"""The parameters are gone through twice, and a generator is empty the second time.

fails: parameters_may_come_from_a_generator
"""

import torch

PREDICT_1 = ((torch.float32, "0.0e+00"), (torch.float32, "1.0e-08"))


def widened(gradient):
    return gradient.float() if gradient.dtype in (torch.float16, torch.bfloat16) else gradient


def scaled_gradients(loss, parameters, scale=65536.0):

    found = torch.autograd.grad(loss * scale, list(parameters) or [loss], allow_unused=True)
    return [None if g is None else widened(g) / scale for _, g in zip(parameters, found)]
