"""The forward pass is a decorated function, gradients are unscaled explicitly and removed by hand."""

import torch

PREDICT_1 = (torch.bfloat16, torch.float32, torch.float32)


def amp_train_step(model, optimizer, scaler, loss_fn, x, y, device_type="cpu", dtype=torch.bfloat16):
    @torch.autocast(device_type=device_type, dtype=dtype)
    def loss_of(x, y):
        return loss_fn(model(x), y)

    for group in optimizer.param_groups:
        for parameter in group["params"]:
            parameter.grad = None
    loss = loss_of(x, y)
    scaler.scale(loss).backward()
    scaler.unscale_(optimizer)
    scaler.step(optimizer)
    scaler.update()
    return float(loss)
