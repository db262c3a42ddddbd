"""The rows went into a buffer on the CPU. It has to be made where w0 is.

fails: tensors_made_inside_live_where_w0_lives
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
    return torch.zeros(steps + 1, *w0.shape, dtype=w0.dtype).add_(torch.stack(rows))
