"""The start is missing. The trace begins with w0 and has one row more than there are steps.

fails: the_first_row_is_the_start
"""

from collections.abc import Callable

import torch
from torch import Tensor

PREDICT_1 = [0.512, 0.0, -1.0, -1.728]


def gradient_descent(f: Callable[[Tensor], Tensor], w0: Tensor, lr: float, steps: int) -> Tensor:
    w = w0.detach().clone().requires_grad_()
    rows = []
    for _ in range(steps):
        (gradient,) = torch.autograd.grad(f(w), w)
        with torch.no_grad():
            w -= lr * gradient
        rows.append(w.detach().clone())
    return torch.stack(rows) if rows else w0.new_empty(0, *w0.shape)
