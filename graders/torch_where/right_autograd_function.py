"""A function with a backward pass of its own."""

import torch

PREDICT_1 = ["nan", "0.25"]


class SafeLog(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, fill):
        ctx.save_for_backward(x)
        log = x.log()
        log[~(x > 0)] = fill
        return log

    @staticmethod
    def backward(ctx, grad):
        (x,) = ctx.saved_tensors
        return torch.where(x > 0, grad / x, 0.0), None


def safe_log(x, fill=0.0):
    return SafeLog.apply(x, fill)
