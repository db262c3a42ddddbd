"""Replaces each gradient by a shortened copy, with the norm of one long vector."""

import torch

PREDICT_1 = ([-600.0, -800.0], [-0.586, -0.781])


def clipped_step(scaler, optimizer, max_norm):
    scaler.unscale_(optimizer)
    owners = [p for group in optimizer.param_groups for p in group["params"] if p.grad is not None]
    norm = torch.cat([p.grad.flatten() for p in owners]).norm()
    factor = torch.clamp(max_norm / (norm + 1e-6), max=1.0)
    for p in owners:
        p.grad = p.grad * factor
    try:
        scaler.step(optimizer)
    finally:
        scaler.update()
    return norm.tolist()
