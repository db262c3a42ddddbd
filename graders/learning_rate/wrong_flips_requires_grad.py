"""w0 requires a gradient afterwards. requires_grad_() on the caller's tensor changes the caller's tensor.

fails: w0_is_left_alone
"""

from collections.abc import Callable

import torch
from torch import Tensor

PREDICT_1 = [0.512, 0.0, -1.0, -1.728]


def gradient_descent(f: Callable[[Tensor], Tensor], w0: Tensor, lr: float, steps: int) -> Tensor:
    w0.requires_grad_()
    w = w0.detach().clone().requires_grad_()
    rows = [w0.detach()]
    for _ in range(steps):
        (gradient,) = torch.autograd.grad(f(w), w)
        with torch.no_grad():
            w -= lr * gradient
        rows.append(w.detach().clone())
    return torch.stack(rows)
