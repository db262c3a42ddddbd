"""Multiplies in loops; a table of factors in a closure; gradients by torch.autograd."""

import torch

PREDICT_1 = [1.0, 1.0, 0.1, 0.1, 0.01, 0.01]
PREDICT_2 = (0.4, 0.2, 0.4)


def step_lr(base_lr, step_size, gamma, epoch):
    lr = base_lr
    for e in range(1, epoch + 1):
        if e % step_size == 0:
            lr *= gamma
    return lr


def multistep_lr(base_lr, milestones, gamma, epoch):
    lr = base_lr
    for m in milestones:
        if not m > epoch:
            lr = lr * gamma
    return lr


def warmup_linear_lambda(warmup, total):
    table = [(e + 1) / warmup for e in range(warmup)]
    table += [(total - e) / (total - warmup) for e in range(warmup, total)]
    return lambda epoch: table[epoch] if epoch < len(table) else 0.0


def fit_with_schedule(optimizer, scheduler, loss_fn, epochs):
    out = []
    params = [p for g in optimizer.param_groups for p in g["params"]]
    for _ in range(epochs):
        for p, g in zip(params, torch.autograd.grad(loss_fn(), params)):
            p.grad = g
        lr = optimizer.param_groups[0]["lr"]
        optimizer.step()
        scheduler.step()
        out.append(lr)
    return out
