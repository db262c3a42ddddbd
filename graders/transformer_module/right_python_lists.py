"""Plain Python lists, made into tensors at the end."""

import torch

PREDICT_1 = (20, 3, 32)
PREDICT_2 = (10, 7, 32)


def transformer_masks(src, tgt, pad_id):
    n = len(tgt[0])
    square = [[column > row for column in range(n)] for row in range(n)]
    pads = [[[token == pad_id for token in row] for row in tokens.tolist()] for tokens in (src, tgt)]
    return tuple(torch.tensor(mask, device=src.device) for mask in (square, *pads))
