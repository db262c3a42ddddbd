"""Unscales all optimizers first, then joins the gradients of each to one long vector."""

import torch

PREDICT_1 = "RuntimeError"
PREDICT_2 = (196608.0, 3.0)


def long_vector(optimizer):
    pieces = [p.grad.reshape(-1) for group in optimizer.param_groups for p in group["params"] if p.grad is not None]
    return torch.cat(pieces) if pieces else torch.zeros(1)


def true_grad_norms(scaler, optimizers):
    for optimizer in optimizers:
        scaler.unscale_(optimizer)
    return [torch.linalg.vector_norm(long_vector(optimizer)).item() for optimizer in optimizers]
