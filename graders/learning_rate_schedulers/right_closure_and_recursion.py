"""Recursion, filter, and a closure for the optimizer."""

import functools

PREDICT_1 = [1.0, 1.0, 0.1, 0.1, 0.01, 0.01]
PREDICT_2 = (0.4, 0.2, 0.4)


def step_lr(base_lr, step_size, gamma, epoch):
    if epoch < step_size:
        return base_lr
    return gamma * step_lr(base_lr, step_size, gamma, epoch - step_size)


def multistep_lr(base_lr, milestones, gamma, epoch):
    return functools.reduce(lambda lr, _: lr * gamma, filter(lambda m: m <= epoch, milestones), base_lr)


def _factor(epoch, warmup, total):
    match epoch:
        case e if e < warmup:
            return (e + 1.0) / warmup
        case e if e < total:
            return float(total - e) / float(total - warmup)
    return 0.0


def warmup_linear_lambda(warmup, total):
    return functools.partial(_factor, warmup=warmup, total=total)


def fit_with_schedule(optimizer, scheduler, loss_fn, epochs):
    def closure():
        optimizer.zero_grad()
        loss = loss_fn()
        loss.backward()
        return loss

    def one_epoch():
        optimizer.step(closure)
        lr = optimizer.param_groups[0]["lr"]
        scheduler.step()
        return lr

    return [one_epoch() for _ in range(epochs)]
