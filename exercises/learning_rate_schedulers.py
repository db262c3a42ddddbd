"""Learning rate schedules: which rate an epoch has, and where in the loop that is decided.

Read the lesson `learning_rate_schedulers`, then complete the functions and write down your predictions.
"""

from collections.abc import Callable

import torch
from torch import Tensor
from torch.optim.lr_scheduler import LRScheduler

# What does the snippet "Predict 1" of the lesson evaluate to? A list of six numbers.
PREDICT_1 = ...

# What does the snippet "Predict 2" of the lesson evaluate to? A tuple of three numbers.
PREDICT_2 = ...


def step_lr(base_lr: float, step_size: int, gamma: float, epoch: int) -> float:
    """The learning rate of an epoch under torch.optim.lr_scheduler.StepLR.

    base_lr: the rate at the beginning. step_size: 1 or more. gamma: the factor. epoch: counted from 0.
    Returns base_lr, multiplied by gamma once for every `step_size` epochs that have gone by.
    See https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.StepLR.html
    """
    # TODO: how many times was the rate multiplied?
    raise NotImplementedError


def multistep_lr(base_lr: float, milestones: list[int], gamma: float, epoch: int) -> float:
    """The learning rate of an epoch under torch.optim.lr_scheduler.MultiStepLR.

    milestones: epochs, 0 or more, in any order; one that is there twice counts twice; may be empty, and stays as it is.
    Returns base_lr, multiplied by gamma once for every milestone that is not after `epoch`.
    See https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.MultiStepLR.html
    """
    # TODO: count the milestones that were reached.
    raise NotImplementedError


def warmup_linear_lambda(warmup: int, total: int) -> Callable[[int], float]:
    """A factor for each epoch, as torch.optim.lr_scheduler.LambdaLR takes it: up in a line, and down in a line.

    warmup: 0 or more. total: more than warmup.
    Returns a function of the epoch, counted from 0: (epoch + 1) / warmup while epoch < warmup; then a straight line
    from 1 in epoch `warmup` to 0 in epoch `total`; 0 from there on. It depends on nothing but the epoch.
    See https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.LambdaLR.html
    """
    # TODO: define a function in here, and return it.
    raise NotImplementedError


def fit_with_schedule(
    optimizer: torch.optim.Optimizer, scheduler: LRScheduler, loss_fn: Callable[[], Tensor], epochs: int
) -> list[float]:
    """Train for some epochs of one step each, with one step of the scheduler after each of them.

    scheduler: made for `optimizer`, and maybe some epochs old; its step() takes no arguments.
    loss_fn: computes the loss of the parameters as they are; called once per epoch.
    epochs: 0 or more.
    Gradients from before, and of other epochs, have no influence. PyTorch gives no warning.
    Returns for each epoch the learning rate of the optimizer's first group with which its step was taken.
    See https://docs.pytorch.org/docs/stable/optim.html#how-to-adjust-learning-rate
    """
    # TODO: the usual four calls, one of the scheduler's, and a note of the rate, in the right order.
    raise NotImplementedError
