"""Moves the dimension to the end and multiplies with the inverse length, from a matrix product."""

import torch

PREDICT_1 = ([11.9, 0.0], float("nan"))
PREDICT_2 = (float("inf"), 1.0, 70000.0)
PREDICT_3 = "AttributeError"


def safe_l2_normalize(x, dim=-1, eps=1e-8):
    with torch.autocast(x.device.type, enabled=False):
        v = x.movedim(dim, -1).to(torch.float64).unsqueeze(-1)
        squared = v.mT @ v
        unit = v * squared.clamp(min=eps * eps).rsqrt()
    return unit.squeeze(-1).movedim(-1, dim).to(x.dtype)
