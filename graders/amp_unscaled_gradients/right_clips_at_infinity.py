"""Clipping to infinity changes nothing and gives the norm."""

import torch

PREDICT_1 = "RuntimeError"
PREDICT_2 = (196608.0, 3.0)


def true_grad_norms(scaler, optimizers):
    def norm(optimizer):
        scaler.unscale_(optimizer)
        params = sum((group["params"] for group in optimizer.param_groups), [])
        kept = [None if p.grad is None else p.grad.clone() for p in params]
        total = torch.nn.utils.clip_grad_norm_(params, float("inf"))
        for p, gradient in zip(params, kept):
            p.grad = gradient
        return total.item()

    return list(map(norm, optimizers))
