"""Adds up undivided gradients, unscales them, and divides once per window."""

import itertools

import torch

PREDICT_1 = [2, 5]
PREDICT_2 = (3.0, 2.0)


def train_accumulate(model, optimizer, scaler, loss_fn, batches, accum_steps, device_type="cpu", dtype=torch.bfloat16):
    parameters = [p for group in optimizer.param_groups for p in group["params"]]
    for p in parameters:
        p.grad = None
    source, done = iter(batches), 0
    while True:
        length = 0
        for x, y in itertools.islice(source, accum_steps):
            with torch.autocast(device_type, dtype):
                loss = loss_fn(model(x), y)
            scaler.scale(loss).backward()
            length += 1
        if length == 0:
            return done
        scaler.unscale_(optimizer)
        gradients = [p.grad for p in parameters if p.grad is not None]
        torch._foreach_div_(gradients, length)
        scaler.step(optimizer)
        scaler.update()
        done += 1
        for p in parameters:
            p.grad = None
