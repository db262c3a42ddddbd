"""With a gradient written by hand."""

import torch
from torch import Tensor

PREDICT_1 = [1.0, 0.0]


class Shares(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, dim):
        weights = (x - x.amax(dim, keepdim=True)).exp()
        result = weights / weights.sum(dim, keepdim=True)
        ctx.save_for_backward(result)
        ctx.dim = dim
        return result

    @staticmethod
    def backward(ctx, slope):
        (result,) = ctx.saved_tensors
        mean = (slope * result).sum(ctx.dim, keepdim=True)
        return result * (slope - mean), None


def softmax(x: Tensor, dim: int) -> Tensor:
    return Shares.apply(x, dim)
