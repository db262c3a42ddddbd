"""Adds up what torch.autograd.grad returns in lists of its own, and fills in .grad once per window."""

from itertools import zip_longest

import torch
from torch.amp import autocast

PREDICT_1 = [2, 5]
PREDICT_2 = (3.0, 2.0)


def train_accumulate(model, optimizer, scaler, loss_fn, batches, accum_steps, device_type="cpu", dtype=torch.bfloat16):
    params = [p for p in model.parameters() if p.requires_grad]
    model.zero_grad()
    n_windows = 0
    for padded in zip_longest(*[iter(batches)] * accum_steps):
        window = [pair for pair in padded if pair is not None]
        sums = [torch.zeros_like(p) for p in params]
        for inp, target in window:
            with autocast(device_type, dtype=dtype):
                out = model(inp)
                loss = loss_fn(out, target)
            for s, g in zip(sums, torch.autograd.grad(scaler.scale(loss), params)):
                s += g
        for p, s in zip(params, sums):
            p.grad = s / len(window)
        scaler.step(optimizer)
        scaler.update()
        model.zero_grad()
        n_windows += 1
    return n_windows
