"""A norm divided by the root of the number of entries, on signals that are all made first."""

from itertools import accumulate

import torch
import torch.nn.functional as F

PREDICT_1 = [-3, 0, -6]


@torch.no_grad()
def signal_rms(x, weights):
    signals = list(accumulate(weights, lambda h, w: F.relu(F.linear(h, w)), initial=x))[1:]
    return [torch.linalg.vector_norm(h.double()).item() / h.numel() ** 0.5 for h in signals]
