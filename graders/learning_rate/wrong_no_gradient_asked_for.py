"""The copy requires no gradient, so there is nothing to differentiate. Ask for it with requires_grad_().

fails: the_first_row_is_the_start
"""

from collections.abc import Callable

import torch
from torch import Tensor

PREDICT_1 = [0.512, 0.0, -1.0, -1.728]


def gradient_descent(f: Callable[[Tensor], Tensor], w0: Tensor, lr: float, steps: int) -> Tensor:
    w = w0.detach().clone()
    rows = [w.detach().clone()]
    for _ in range(steps):
        f(w).backward()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad = None
        rows.append(w.detach().clone())
    return torch.stack(rows)
