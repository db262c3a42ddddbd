"""Plain nested loops over slices of a list, with every value spelled out and printed."""

import torch

PREDICT_1 = [2, 5]
PREDICT_2 = (3.0, 2.0)


def train_accumulate(model, optimizer, scaler, loss_fn, batches, accum_steps, device_type="cpu", dtype=torch.bfloat16):
    all_batches = []
    for batch in batches:
        all_batches.append(batch)
    print("batches:", len(all_batches))

    for param in model.parameters():
        param.grad = None

    number_of_windows = 0
    start = 0
    while start < len(all_batches):
        window = all_batches[start : start + accum_steps]
        total = 0.0
        for batch in window:
            inputs = batch[0]
            targets = batch[1]
            with torch.autocast(device_type=device_type, dtype=dtype, enabled=True, cache_enabled=True):
                outputs = model(inputs)
                loss = loss_fn(outputs, targets)
                loss = loss / len(window)
            total = total + loss.item()
            scaled_loss = scaler.scale(loss)
            scaled_loss.backward()
        scaler.step(optimizer)
        scaler.update()
        optimizer.zero_grad(set_to_none=True)
        number_of_windows = number_of_windows + 1
        print(f"window {number_of_windows}: loss {total:.4f}, scale {scaler.get_scale()}")
        start = start + accum_steps
    return number_of_windows
