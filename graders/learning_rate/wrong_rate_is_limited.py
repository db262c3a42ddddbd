"""The learning rate is limited to 1. It may be larger, and what happens then is the point of the lesson.

fails: a_rate_that_is_too_large_diverges
"""

from collections.abc import Callable

import torch
from torch import Tensor

PREDICT_1 = [0.512, 0.0, -1.0, -1.728]


def gradient_descent(f: Callable[[Tensor], Tensor], w0: Tensor, lr: float, steps: int) -> Tensor:
    w = w0.detach().clone().requires_grad_()
    rows = [w0.detach()]
    for _ in range(steps):
        (gradient,) = torch.autograd.grad(f(w), w)
        with torch.no_grad():
            w -= min(lr, 1.0) * gradient
        rows.append(w.detach().clone())
    return torch.stack(rows)
