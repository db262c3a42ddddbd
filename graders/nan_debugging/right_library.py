"""PyTorch's own function for the first, and an answer from the norm that it returns."""

from torch import *
from torch.nn import utils

PREDICT_1 = ("0.0", "nan")


def clip_grad_norm_(params, max_norm, norm_type=2.0):
    return utils.clip_grad_norm_(params, max_norm, norm_type=norm_type)


def guarded_step(loss, optimizer, max_norm):
    optimizer.zero_grad(set_to_none=False)
    if isnan(loss) or isinf(loss):
        return "nonfinite_loss"
    loss.backward()
    parameters = []
    for group in optimizer.param_groups:
        parameters += group["params"]
    total = utils.clip_grad_norm_(parameters, max_norm)
    if isnan(total) or isinf(total):
        optimizer.zero_grad(set_to_none=False)
        return "nonfinite_grad"
    optimizer.step()
    return "stepped"
