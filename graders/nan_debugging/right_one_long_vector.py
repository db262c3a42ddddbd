"""All gradients in one vector; a factor of at most 1 for everybody; gradients looked at one by one."""

import math
from collections.abc import Iterable

import torch
from torch import Tensor

PREDICT_1 = ("0.0", "nan")


def clip_grad_norm_(params: Iterable[Tensor], max_norm: float, norm_type: float = 2.0) -> Tensor:
    grads = [p.grad for p in params if p.grad is not None]
    if len(grads) == 0:
        return torch.zeros(())
    vector = torch.cat([g.detach().reshape(-1) for g in grads])
    if math.isinf(norm_type):
        total = vector.abs().max()
    else:
        total = vector.abs().pow(norm_type).sum().pow(1.0 / norm_type)
    factor = torch.clamp(max_norm / (total + 1e-6), max=1.0)
    for g in grads:
        g.copy_(g * factor)
    return total


def guarded_step(loss: Tensor, optimizer: torch.optim.Optimizer, max_norm: float) -> str:
    params = [p for group in optimizer.param_groups for p in group["params"]]
    for p in params:
        p.grad = None
    if not math.isfinite(loss.item()):
        return "nonfinite_loss"
    loss.backward()
    if any(p.grad is not None and not torch.isfinite(p.grad).all() for p in params):
        for p in params:
            p.grad = None
        return "nonfinite_grad"
    clip_grad_norm_(params, max_norm)
    optimizer.step()
    return "stepped"
