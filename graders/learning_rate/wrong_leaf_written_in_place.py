"""A leaf that requires a gradient was overwritten where autograd records, which it refuses. The update belongs
under torch.no_grad().

fails: the_first_row_is_the_start
"""

from collections.abc import Callable

import torch
from torch import Tensor

PREDICT_1 = [0.512, 0.0, -1.0, -1.728]


def gradient_descent(f: Callable[[Tensor], Tensor], w0: Tensor, lr: float, steps: int) -> Tensor:
    w = w0.detach().clone().requires_grad_()
    rows = [w.detach().clone()]
    for _ in range(steps):
        f(w).backward()
        w -= lr * w.grad
        w.grad = None
        rows.append(w.detach().clone())
    return torch.stack(rows)
