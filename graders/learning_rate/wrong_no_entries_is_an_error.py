"""A w0 without entries is refused. There is nothing to move, and the trace is just as empty.

fails: w0_may_have_any_shape
"""

from collections.abc import Callable

import torch
from torch import Tensor

PREDICT_1 = [0.512, 0.0, -1.0, -1.728]


def gradient_descent(f: Callable[[Tensor], Tensor], w0: Tensor, lr: float, steps: int) -> Tensor:
    low = w0.detach().abs().max()
    w = w0.detach().clone().requires_grad_()
    rows = [w0.detach()]
    for _ in range(steps):
        (gradient,) = torch.autograd.grad(f(w), w)
        with torch.no_grad():
            w -= lr * gradient
        rows.append(w.detach().clone())
    return torch.stack(rows) + 0 * low
