"""A gradient longer than 10 is shortened to that. It keeps its direction, but the step is no longer lr times the
slope.

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
        gradient = gradient * (10 / (gradient.norm() + 1e-6)).clamp(max=1)
        with torch.no_grad():
            w -= lr * gradient
        rows.append(w.detach().clone())
    return torch.stack(rows)
