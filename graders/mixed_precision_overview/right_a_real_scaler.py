"""A GradScaler of the device multiplies; the division is done by hand."""

import torch

PREDICT_1 = ((torch.float32, "0.0e+00"), (torch.float32, "1.0e-08"))


def scaled_gradients(loss, parameters, scale=65536.0):

    parameters = list(parameters)
    if not parameters:
        return []

    scaler = torch.amp.GradScaler(loss.device.type, init_scale=scale)
    scaled = scaler.scale(loss)
    inverse = 1.0 / scaler.get_scale()
    answers = []
    for g in torch.autograd.grad(scaled, parameters, allow_unused=True):
        if g is None:
            answers.append(None)
        elif g.dtype == torch.float64:
            answers.append(g.mul(inverse))
        else:
            answers.append(g.float().mul(inverse))
    return answers
