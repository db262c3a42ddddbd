"""Recursion instead of a loop."""

import torch

PREDICT_1 = [0.512, 0.0, -1.0, -1.728]


def gradient_descent(f, w0, lr, steps):
    w = w0.detach().clone()
    first = w.clone()[None]
    if steps == 0:
        return first
    w.requires_grad_()
    with torch.enable_grad():
        f(w).backward()
    w2 = w.detach().add(w.grad, alpha=-lr)
    return torch.vstack([first.reshape(1, -1), gradient_descent(f, w2, lr, steps - 1).reshape(steps, -1)]).reshape(
        steps + 1, *w0.shape
    )
