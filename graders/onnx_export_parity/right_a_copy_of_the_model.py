"""Asks a copy of the model, which may stay in eval mode."""

import copy
import math

import torch

PREDICT_1 = [0.1, 0.2, 1.1, 1.7]
PREDICT_2 = ["eval"]


def parity_gap(model, exported, batches):
    frozen = copy.deepcopy(model).eval()
    gap = 0.0
    for x in batches:
        x = x.detach().clone()
        with torch.inference_mode():
            a = frozen(x.clone()).cpu()
        b = torch.from_numpy(exported(x.cpu().numpy()))
        if a.size() != b.size():
            raise ValueError("shapes")
        new = float(torch.max(torch.abs(a.to(torch.float64) - b.to(torch.float64))))
        if math.isnan(new) or math.isnan(gap):
            gap = math.nan
        else:
            gap = max(gap, new)
    return gap
