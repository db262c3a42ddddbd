"""A very large negative number instead of minus infinity, written into float masks."""

import torch

PREDICT_1 = (20, 3, 32)
PREDICT_2 = (10, 7, 32)


def transformer_masks(src, tgt, pad_id):
    T = tgt.shape[1]
    causal = torch.zeros(T, T, device=tgt.device)
    for i in range(T):
        causal[i, i + 1 :] = -1e9
    pads = [torch.where(tokens == pad_id, -1e9, 0.0) for tokens in (src, tgt)]
    return causal, pads[0], pads[1]
