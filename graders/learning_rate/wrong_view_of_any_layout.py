"""view() needs entries that lie in one row of memory, and those of a transposed tensor do not.

fails: w0_may_have_any_shape
"""

from collections.abc import Callable

import torch
from torch import Tensor

PREDICT_1 = [0.512, 0.0, -1.0, -1.728]


def gradient_descent(f: Callable[[Tensor], Tensor], w0: Tensor, lr: float, steps: int) -> Tensor:
    w = w0.detach().clone().requires_grad_()
    rows = [w0.detach().view(-1)]
    for _ in range(steps):
        (gradient,) = torch.autograd.grad(f(w), w)
        with torch.no_grad():
            w -= lr * gradient
        rows.append(w.detach().reshape(-1).clone())
    return torch.stack(rows).reshape(steps + 1, *w0.shape)
