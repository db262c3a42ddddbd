"""The learning rate is multiplied by 0.9 after each step. That is a schedule; here it stays as it is.

fails: each_step_starts_where_the_last_one_ended
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
            w -= lr * gradient
        rows.append(w.detach().clone())
        lr *= 0.9
    return torch.stack(rows)
