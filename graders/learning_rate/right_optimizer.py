"""Lets torch.optim.SGD do the steps."""

import torch
from torch import nn

PREDICT_1 = [0.512, 0.0, -1.0, -1.728]


def gradient_descent(f, w0, lr, steps):
    w = nn.Parameter(w0.detach().clone())
    optimizer = torch.optim.SGD([w], lr=lr)
    seen = [w.data.clone()]
    for _ in range(steps):
        optimizer.zero_grad()
        f(w).backward()
        optimizer.step()
        seen.append(w.data.clone())
    return torch.stack(seen)
