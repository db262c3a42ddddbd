"""Entries are read in the order of memory. That of a transposed tensor is another one.

fails: w0_may_have_any_shape
"""

from collections.abc import Callable

import torch
from torch import Tensor

PREDICT_1 = [0.512, 0.0, -1.0, -1.728]


def gradient_descent(f: Callable[[Tensor], Tensor], w0: Tensor, lr: float, steps: int) -> Tensor:
    flat = w0.detach().as_strided(w0.shape, torch.empty(w0.shape).stride(), w0.storage_offset())
    w = flat.clone().requires_grad_()
    rows = [flat.clone()]
    for _ in range(steps):
        (gradient,) = torch.autograd.grad(f(w), w)
        with torch.no_grad():
            w -= lr * gradient
        rows.append(w.detach().clone())
    return torch.stack(rows)
