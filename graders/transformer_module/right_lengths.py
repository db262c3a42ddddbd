"""Counts the real tokens; everything from there on is padding."""

import torch

PREDICT_1 = (20, 3, 32)
PREDICT_2 = (10, 7, 32)


def transformer_masks(src, tgt, pad_id):
    def behind_the_end(tokens):
        lengths = (tokens != pad_id).sum(dim=1, keepdim=True)
        return torch.arange(tokens.shape[1], device=tokens.device).expand(tokens.shape) >= lengths

    square = torch.tril(torch.ones((tgt.shape[1],) * 2, device=tgt.device)) == 0
    return square, behind_the_end(src), behind_the_end(tgt)
