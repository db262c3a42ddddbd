"""The loss is multiplied in place. The caller's loss, which is to be logged, is 65536 times as large.

fails: loss_and_parameters_are_left_alone
"""

import torch

PREDICT_1 = ((torch.float32, "0.0e+00"), (torch.float32, "1.0e-08"))


def widened(gradient):
    return gradient.float() if gradient.dtype in (torch.float16, torch.bfloat16) else gradient


def scaled_gradients(loss, parameters, scale=65536.0):

    parameters = list(parameters)
    if not parameters:
        return []
    gradients = torch.autograd.grad(loss.mul_(scale), parameters, allow_unused=True)
    return [None if g is None else widened(g) / scale for g in gradients]
