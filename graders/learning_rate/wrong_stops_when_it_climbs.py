"""The walk stops as soon as f grows. That hides a rate that is too large, and the trace should show it.

fails: a_rate_that_is_too_large_diverges
"""

from collections.abc import Callable

import torch
from torch import Tensor

PREDICT_1 = [0.512, 0.0, -1.0, -1.728]


def gradient_descent(f: Callable[[Tensor], Tensor], w0: Tensor, lr: float, steps: int) -> Tensor:
    w = w0.detach().clone().requires_grad_()
    rows = [w0.detach()]
    low = f(w).detach()
    for _ in range(steps):
        if f(w) > low:
            rows.append(rows[-1])
            continue
        low = f(w).detach()
        (gradient,) = torch.autograd.grad(f(w), w)
        with torch.no_grad():
            w -= lr * gradient
        rows.append(w.detach().clone())
    return torch.stack(rows)
