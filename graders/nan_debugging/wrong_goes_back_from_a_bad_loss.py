"""A loss that is not finite is backpropagated before anyone looks at it, and what it leaves in .grad stays there.

fails: a_loss_that_is_not_finite_stops_the_step
"""

from collections.abc import Iterable

import torch
from torch import Tensor

PREDICT_1 = ("0.0", "nan")


def clip_grad_norm_(params: Iterable[Tensor], max_norm: float, norm_type: float = 2.0) -> Tensor:
    gradients = [parameter.grad for parameter in params if parameter.grad is not None]
    if not gradients:
        return torch.tensor(0.0)
    norms = torch.stack([torch.linalg.vector_norm(gradient, norm_type) for gradient in gradients])
    norm = torch.linalg.vector_norm(norms, norm_type)
    if norm > max_norm:
        for gradient in gradients:
            gradient.mul_(max_norm / (norm + 1e-6))
    return norm


def guarded_step(loss: Tensor, optimizer: torch.optim.Optimizer, max_norm: float) -> str:
    optimizer.zero_grad()
    loss.backward()
    if not torch.isfinite(loss):
        return "nonfinite_loss"
    norm = torch.nn.utils.clip_grad_norm_([p for group in optimizer.param_groups for p in group["params"]], max_norm)
    if not torch.isfinite(norm):
        optimizer.zero_grad()
        return "nonfinite_grad"
    optimizer.step()
    return "stepped"
