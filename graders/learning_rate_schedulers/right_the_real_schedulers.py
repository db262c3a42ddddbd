"""Runs the real schedulers on an optimizer of one number."""

import torch
from torch.optim import lr_scheduler

PREDICT_1 = [1.0, 1.0, 0.1, 0.1, 0.01, 0.01]
PREDICT_2 = (0.4, 0.2, 0.4)


def _after(make, base_lr, epoch):
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=base_lr)
    scheduler = make(optimizer)
    for _ in range(epoch):
        optimizer.step()
        scheduler.step()
    return optimizer.param_groups[0]["lr"]


def step_lr(base_lr, step_size, gamma, epoch):
    return _after(lambda o: lr_scheduler.StepLR(o, step_size, gamma), base_lr, epoch)


def multistep_lr(base_lr, milestones, gamma, epoch):
    return _after(lambda o: lr_scheduler.MultiStepLR(o, milestones, gamma), base_lr, epoch)


class _Warmup:
    def __init__(self, warmup, total):
        self.warmup, self.total = warmup, total

    def __call__(self, epoch):
        if epoch >= self.total:
            return 0
        if epoch >= self.warmup:
            return 1 - (epoch - self.warmup) / (self.total - self.warmup)
        return 1 - (self.warmup - epoch - 1) / self.warmup


def warmup_linear_lambda(warmup, total):
    return _Warmup(warmup, total)


def fit_with_schedule(optimizer, scheduler, loss_fn, epochs):
    used = []
    handle = optimizer.register_step_pre_hook(lambda opt, args, kwargs: used.append(float(opt.param_groups[0]["lr"])))
    while epochs > 0:
        epochs -= 1
        optimizer.zero_grad(set_to_none=False)
        loss_fn().backward()
        optimizer.step()
        scheduler.step()
    handle.remove()
    return used
