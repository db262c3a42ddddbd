"""Enters autocast by hand, with an exit stack, and scales a list with one loss."""

from contextlib import ExitStack

import torch

PREDICT_1 = (torch.bfloat16, torch.float32, torch.float32)


def amp_train_step(model, optimizer, scaler, loss_fn, x, y, device_type="cpu", dtype=torch.bfloat16):
    optimizer.zero_grad(set_to_none=True)
    with ExitStack() as stack:
        stack.enter_context(torch.autocast(device_type, dtype=dtype))
        losses = [loss_fn(model(x), y)]
    torch.autograd.backward(scaler.scale(losses))
    scaler.step(optimizer)
    scaler.update()
    return losses[0].tolist()
