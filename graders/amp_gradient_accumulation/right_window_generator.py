"""Star import, a generator of windows, and an optimizer step in a class."""

from torch import *
from torch.amp import autocast

PREDICT_1 = [2, 5]
PREDICT_2 = (3.0, 2.0)


def in_windows(batches, size):
    window = []
    for pair in batches:
        window.append(pair)
        if len(window) == size:
            yield window
            window = []
    if window:
        yield window


class Accumulator:
    def __init__(self, optimizer, scaler):
        self.optimizer, self.scaler = optimizer, scaler

    def __enter__(self):
        self.optimizer.zero_grad()
        return self

    def __exit__(self, *failure):
        if failure == (None, None, None):
            self.scaler.step(self.optimizer)
            self.scaler.update()
        self.optimizer.zero_grad()

    def add(self, loss, share):
        self.scaler.scale(loss).mul(share).backward()


def train_accumulate(model, optimizer, scaler, loss_fn, batches, accum_steps, device_type="cpu", dtype=bfloat16):
    count = 0
    for count, window in enumerate(in_windows(batches, accum_steps), start=1):
        with Accumulator(optimizer, scaler) as accumulator:
            for x, y in window:
                with autocast(device_type, dtype):
                    loss = loss_fn(model(x), y)
                accumulator.add(loss, 1 / len(window))
    return count
