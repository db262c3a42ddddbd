"""Asks autograd for the gradients and fills them in."""

import torch

PREDICT_1 = (torch.bfloat16, torch.float32, torch.float32)


def amp_train_step(model, optimizer, scaler, loss_fn, x, y, device_type="cpu", dtype=torch.bfloat16):
    parameters = [parameter for parameter in model.parameters() if parameter.requires_grad]
    with torch.amp.autocast(device_type, dtype):
        output = model(x)
        loss = loss_fn(output, y)
    scaled = scaler.scale(loss)
    for parameter, gradient in zip(parameters, torch.autograd.grad(scaled, parameters)):
        parameter.grad = gradient
    scaler.step(optimizer)
    scaler.update()
    return loss.detach().cpu().item()
