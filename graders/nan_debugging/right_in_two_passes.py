"""Python numbers for the norm, /= in place; autograd.grad, and gradients that are only put into .grad when they are good."""

import torch

PREDICT_1 = ("0.0", "nan")


def clip_grad_norm_(params, max_norm, norm_type=2.0):
    params = list(params)
    with_grad = [p for p in params if p.grad is not None]
    values = [value for p in with_grad for value in p.grad.double().flatten().abs().tolist()]
    if norm_type == float("inf"):
        total = max(values, default=0.0)
    else:
        total = sum(value**norm_type for value in values) ** (1 / norm_type)
    if total > max_norm:
        for p in with_grad:
            p.grad /= total / max_norm
    return torch.tensor(total)


def guarded_step(loss, optimizer, max_norm):
    optimizer.zero_grad()
    if bool((loss != loss) | (loss.abs() == float("inf"))):
        return "nonfinite_loss"
    params = [p for group in optimizer.param_groups for p in group["params"] if p.requires_grad]
    grads = torch.autograd.grad(loss, params, allow_unused=True)
    if not all(g is None or g.isfinite().all() for g in grads):
        return "nonfinite_grad"
    for p, g in zip(params, grads, strict=True):
        p.grad = g
    clip_grad_norm_(iter(params), max_norm)
    optimizer.step()
    return "stepped"
