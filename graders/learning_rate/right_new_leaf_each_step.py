"""A new leaf for each step, and nothing in place."""

import torch

PREDICT_1 = [0.512, 0.0, -1.0, -1.728]


def gradient_descent(f, w0, lr, steps):
    places = [w0.detach().clone()]
    while len(places) <= steps:
        here = places[-1].clone().requires_grad_(True)
        slope = torch.autograd.grad(outputs=f(here), inputs=[here])[0]
        places.append((here - lr * slope).detach())
    return torch.cat([place.unsqueeze(0) for place in places], dim=0)
