"""bisect, the lower of two lines, get_last_lr before the step."""

from bisect import bisect_right

PREDICT_1 = [1.0, 1.0, 0.1, 0.1, 0.01, 0.01]
PREDICT_2 = (0.4, 0.2, 0.4)


def step_lr(base_lr, step_size, gamma, epoch):
    drops, _ = divmod(epoch, step_size)
    return base_lr * pow(gamma, drops)


def multistep_lr(base_lr, milestones, gamma, epoch):
    return base_lr * gamma ** bisect_right(sorted(milestones), epoch)


def warmup_linear_lambda(warmup, total):
    def lr_lambda(epoch):
        up = (epoch + 1) / warmup if warmup else 1.0
        down = (total - epoch) / (total - warmup)
        return max(min(up, down, 1.0), 0.0)

    return lr_lambda


def fit_with_schedule(optimizer, scheduler, loss_fn, epochs):
    history = []
    for epoch in range(epochs):
        history.append(scheduler.get_last_lr()[0])
        loss = loss_fn()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        scheduler.step()
    return history
