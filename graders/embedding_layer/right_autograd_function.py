"""A function of its own for autograd: rows forward, index_add backward."""

import torch

PREDICT_1 = ([1.0, 1.0], [[0.0, 0.0], [1.0, 1.0], [0.0, 0.0]])


class Lookup(torch.autograd.Function):
    @staticmethod
    def forward(ctx, weight, idx, padding):
        ctx.save_for_backward(idx)
        ctx.shape, ctx.padding = weight.shape, padding
        return weight[idx]

    @staticmethod
    def backward(ctx, gradient):
        (idx,) = ctx.saved_tensors
        total = gradient.new_zeros(ctx.shape)
        total.index_add_(0, idx.reshape(-1), gradient.reshape(-1, ctx.shape[1]))
        if ctx.padding is not None:
            total[ctx.padding] = 0
        return total, None, None


def embedding_lookup(weight, idx, padding_idx=None):
    if idx.numel() and (idx.amin() < 0 or idx.amax() >= len(weight)):
        raise IndexError("no such row")
    return Lookup.apply(weight, idx, padding_idx)
