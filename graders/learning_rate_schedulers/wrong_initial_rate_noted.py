"""The initial rate was noted, epoch by epoch. The current one is in the group's "lr".

fails: the_rate_is_the_one_that_was_used
"""

from collections.abc import Callable

import torch
from torch import Tensor
from torch.optim.lr_scheduler import LRScheduler

PREDICT_1 = [1.0, 1.0, 0.1, 0.1, 0.01, 0.01]
PREDICT_2 = (0.4, 0.2, 0.4)


def step_lr(base_lr: float, step_size: int, gamma: float, epoch: int) -> float:
    return base_lr * gamma ** (epoch // step_size)


def multistep_lr(base_lr: float, milestones: list[int], gamma: float, epoch: int) -> float:
    reached = sum(milestone <= epoch for milestone in milestones)
    return base_lr * gamma**reached


def warmup_linear_lambda(warmup: int, total: int) -> Callable[[int], float]:
    def factor(epoch: int) -> float:
        if epoch < warmup:
            return (epoch + 1) / warmup
        return max(0.0, (total - epoch) / (total - warmup))

    return factor


def fit_with_schedule(
    optimizer: torch.optim.Optimizer, scheduler: LRScheduler, loss_fn: Callable[[], Tensor], epochs: int
) -> list[float]:
    rates = []
    for _ in range(epochs):
        optimizer.zero_grad()
        loss_fn().backward()
        optimizer.step()
        rates.append(optimizer.param_groups[0]["initial_lr"])
        scheduler.step()
    return rates
