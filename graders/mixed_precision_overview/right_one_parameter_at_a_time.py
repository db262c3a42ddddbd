"""Asks for one gradient after the other, from a graph that is kept."""

import torch

PREDICT_1 = ((torch.float32, "0.0e+00"), (torch.float32, "1.0e-08"))


def scaled_gradients(loss, parameters, scale=65536.0):

    scaled = loss * torch.tensor(scale, dtype=loss.dtype, device=loss.device)
    answers = []
    for parameter in parameters:
        (g,) = torch.autograd.grad(scaled, parameter, retain_graph=True, allow_unused=True)
        print("gradient of", tuple(parameter.shape))
        if g is not None:
            wide = torch.float64 if g.dtype == torch.float64 else torch.float32
            g = torch.div(g.type(wide), scale)
        answers.append(g)
    return answers
