"""Positions in a list decide where windows end; unscales explicitly, as for clipping."""

import torch

PREDICT_1 = [2, 5]
PREDICT_2 = (3.0, 2.0)


def train_accumulate(model, optimizer, scaler, loss_fn, batches, accum_steps, device_type="cpu", dtype=torch.bfloat16):
    batches = list(batches)
    n = len(batches)
    model.zero_grad(set_to_none=False)
    for i in range(n):
        first = (i // accum_steps) * accum_steps
        last = min(first + accum_steps, n) - 1
        x, y = batches[i]
        with torch.amp.autocast(device_type=device_type, dtype=dtype):
            prediction = model(x)
            loss = loss_fn(prediction, y)
        scaler.scale(loss / (last - first + 1)).backward()
        if i == last:
            scaler.unscale_(optimizer)
            scaler.step(optimizer)
            scaler.update()
            model.zero_grad(set_to_none=False)
    return -(-n // accum_steps)
