"""The steps gather speed. That is momentum; here each step knows only the gradient where it is.

fails: each_step_starts_where_the_last_one_ended
"""

from collections.abc import Callable

import torch
from torch import Tensor

PREDICT_1 = [0.512, 0.0, -1.0, -1.728]


def gradient_descent(f: Callable[[Tensor], Tensor], w0: Tensor, lr: float, steps: int) -> Tensor:
    w = w0.detach().clone().requires_grad_()
    rows = [w0.detach()]
    velocity = torch.zeros_like(w0)
    for _ in range(steps):
        (gradient,) = torch.autograd.grad(f(w), w)
        velocity = 0.9 * velocity + gradient.detach()
        with torch.no_grad():
            w -= lr * velocity
        rows.append(w.detach().clone())
    return torch.stack(rows)
