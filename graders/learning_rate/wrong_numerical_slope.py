"""The slope is estimated from two nearby values, and only about right. autograd computes it, to the last digit.

fails: one_step_goes_down_the_slope
"""

from collections.abc import Callable

import torch
from torch import Tensor

PREDICT_1 = [0.512, 0.0, -1.0, -1.728]


def gradient_descent(f: Callable[[Tensor], Tensor], w0: Tensor, lr: float, steps: int) -> Tensor:
    w = w0.detach().clone().requires_grad_()
    rows = [w0.detach()]
    for _ in range(steps):
        gradient = torch.zeros_like(w)
        for i in range(w.numel()):
            nudge = torch.zeros_like(w)
            nudge.view(-1)[i] = 1e-4
            gradient.view(-1)[i] = (f(w.detach() + nudge) - f(w.detach())) / 1e-4
        with torch.no_grad():
            w -= lr * gradient
        rows.append(w.detach().clone())
    return torch.stack(rows)
