"""The norm and the factor computed by hand."""

import torch

PREDICT_1 = ([-600.0, -800.0], [-0.586, -0.781])


@torch.no_grad()
def clipped_step(scaler, optimizer, max_norm):
    scaler.unscale_(optimizer)
    grads = []
    for group in optimizer.param_groups:
        grads += [p.grad for p in group["params"] if p.grad is not None]
    norm = sum(g.pow(2).sum().item() for g in grads) ** 0.5
    if norm > max_norm:
        for g in grads:
            g.mul_(max_norm / norm)
    scaler.step(optimizer)
    scaler.update()
    return norm
