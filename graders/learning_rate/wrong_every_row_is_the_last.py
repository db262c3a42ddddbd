"""Every row shows the last place, the first one too: the list holds one tensor again and again, and it was moved
in place. Store a copy.

fails: the_first_row_is_the_start
"""

from collections.abc import Callable

import torch
from torch import Tensor

PREDICT_1 = [0.512, 0.0, -1.0, -1.728]


def gradient_descent(f: Callable[[Tensor], Tensor], w0: Tensor, lr: float, steps: int) -> Tensor:
    w = w0.detach().clone().requires_grad_()
    rows = [w.detach()]
    for _ in range(steps):
        f(w).backward()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad = None
        rows.append(w.detach())
    return torch.stack(rows)
