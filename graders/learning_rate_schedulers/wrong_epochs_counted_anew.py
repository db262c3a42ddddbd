"""The scheduler is sent to epoch 1, 2, 3 and so on, as if it were new. It counts on its own, from where it is.

fails: a_schedule_may_have_begun_before
"""

import warnings
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
    for number in range(1, epochs + 1):
        optimizer.zero_grad()
        loss_fn().backward()
        optimizer.step()
        rates.append(optimizer.param_groups[0]["lr"])
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            scheduler.step(number)
    return rates
