"""Tries to make the autocast, and takes a refusal for an answer."""

from contextlib import nullcontext

import torch

PREDICT_1 = (torch.float16, torch.bfloat16)
PREDICT_2 = (torch.float32, torch.bfloat16)


def autocast_for(model, dtype=None):

    try:
        where = next(model.parameters()).device
    except StopIteration:
        try:
            where = next(model.buffers()).device
        except StopIteration:
            where = torch.device("cpu")
    try:
        if dtype is None:
            return torch.autocast(where.type)
        return torch.autocast(where.type, dtype)
    except RuntimeError:
        return nullcontext()
