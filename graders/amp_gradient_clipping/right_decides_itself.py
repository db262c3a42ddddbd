"""Total norm and clipping as two calls, and a look at the norm instead of scaler.step."""

import math

from torch.nn.utils import clip_grads_with_norm_, get_total_norm

PREDICT_1 = ([-600.0, -800.0], [-0.586, -0.781])


def clipped_step(scaler, optimizer, max_norm):
    params = [p for group in optimizer.param_groups for p in group["params"] if p.grad is not None]
    scaler.unscale_(optimizer)
    total = get_total_norm([p.grad for p in params])
    if math.isfinite(total):
        clip_grads_with_norm_(params, max_norm, total)
        optimizer.step()
    scaler.update()
    return total.item()
